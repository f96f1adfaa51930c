using System.Globalization;
using Pathwise.Auditing;
using Spectre.Console;

namespace Pathwise.Cli.Console;

/// <summary>
/// The scorecard on a console: what can be concluded, the published values beside the recomputed ones, then the counts. A person at a terminal
/// sees the values that differ; who asks for more, or reads a file, sees them all.
/// </summary>
internal static class ScorecardConsole
{
    // Where the output is a file, a line is as long as it must be.
    private const int FileWidth = 160;

    /// <summary>Writes all values, or those alone that differ from what was printed, and the counts.</summary>
    public static void Write(IAnsiConsole console, Scorecard scorecard, bool isWhole)
    {
        if (!console.Profile.Out.IsTerminal)
            console.Profile.Width = FileWidth;
        console.WriteLine(scorecard.Conclusion);
        if (scorecard.Values.Count == 0)
            return;
        var shown = isWhole ? scorecard.Values : [.. scorecard.Values.Where(value => value.Verdict == Auditing.Verdict.Differs)];
        if (shown.Count > 0)
            console.Write(TableOf(shown));
        else
            console.WriteLine("No value differs from the printed one.");
        console.MarkupLine(string.Join(", ", scorecard.Summary.Select(each =>
            $"[{Colour(each.Verdict)}]{each.Count.ToString(CultureInfo.InvariantCulture)} {each.Verdict.Text()}[/]")));
    }

    private static Table TableOf(IReadOnlyList<ScorecardValue> values)
    {
        var table = new Table { Border = TableBorder.Simple };
        table.AddColumn("What");
        table.AddColumn(new TableColumn("Published").RightAligned());
        table.AddColumn(new TableColumn("Recomputed").RightAligned());
        table.AddColumn("Verdict");
        table.AddColumn(new TableColumn("Notebook").NoWrap());
        foreach (var value in values)
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
