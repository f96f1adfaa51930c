using System.Globalization;
using Pathwise.Auditing;
using Spectre.Console;

namespace Pathwise.Cli.Console;

/// <summary>The scorecard on a console: what can be concluded, every published value beside the recomputed one, then the counts.</summary>
internal static class ScorecardConsole
{
    // Where the output is a file, a line is as long as it must be.
    private const int FileWidth = 160;

    public static void Write(IAnsiConsole console, Scorecard scorecard)
    {
        if (!console.Profile.Out.IsTerminal)
            console.Profile.Width = FileWidth;
        console.WriteLine(scorecard.Conclusion);
        console.Write(TableOf(scorecard));
        console.MarkupLine(string.Join(", ", scorecard.Summary.Select(each =>
            $"[{Colour(each.Verdict)}]{each.Count.ToString(CultureInfo.InvariantCulture)} {each.Verdict.Text()}[/]")));
    }

    private static Table TableOf(Scorecard scorecard)
    {
        var table = new Table { Border = TableBorder.Simple };
        table.AddColumn("What");
        table.AddColumn(new TableColumn("Published").RightAligned());
        table.AddColumn(new TableColumn("Recomputed").RightAligned());
        table.AddColumn("Verdict");
        table.AddColumn(new TableColumn("Notebook").NoWrap());
        foreach (var value in scorecard.Values)
            table.AddRow(
                Markup.Escape($"{value.Statistic.Id}  {value.Statistic.What}"), Markup.Escape(value.Statistic.Printed),
                Markup.Escape(value.Recomputed ?? "–"), Verdict(value), Markup.Escape(value.Notebook ?? ""));
        return table;
    }

    private static string Verdict(ScorecardValue value) =>
        $"[{Colour(value.Verdict)}]{value.Verdict.Text()}[/]{(value.Why is { Length: > 0 } why ? Markup.Escape($": {why}") : "")}";

    private static string Colour(Verdict verdict) => verdict switch
    {
        Auditing.Verdict.Reproduced or Auditing.Verdict.Compatible => "green",
        Auditing.Verdict.Differs => "red",
        Auditing.Verdict.MetByConstruction or Auditing.Verdict.TakenFromPaper => "blue",
        _ => "grey",
    };
}
