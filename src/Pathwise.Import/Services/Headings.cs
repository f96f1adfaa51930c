using System.Text.RegularExpressions;
using Pathwise.Import.Contents;
using Pathwise.Tables;

namespace Pathwise.Import.Services;

/// <summary>A column of a text or sheet: where it stands (from 0), its name, its heading, and what it asks.</summary>
internal sealed record Heading(int Position, string Name, string Original, string Text);

/// <summary>Names the columns of a text or sheet by its rows of headings.</summary>
internal sealed partial class Headings
{
    private readonly Grid grid;
    private readonly HeaderLayout layout;
    private readonly DistinctNames names = new();
    private readonly List<Heading> columns = [];
    private readonly List<string> decisions = [];
    private readonly int shift;

    private Headings(Grid grid, HeaderLayout layout)
    {
        (this.grid, this.layout) = (grid, layout);
        Width = grid.Rows.Skip(layout.FirstRow).Append(grid.Rows[0]).Max(row => Array.FindLastIndex(row, cell => cell.Length > 0) + 1);
        shift = IsShifted() ? 1 : 0;
    }

    /// <summary>The number of columns with anything in them.</summary>
    public int Width { get; }

    /// <summary>The columns that are kept.</summary>
    public IReadOnlyList<Heading> Columns => columns;

    /// <summary>What was decided about them.</summary>
    public IReadOnlyList<string> Decisions => decisions;

    public static Headings Of(Grid grid, HeaderLayout layout)
    {
        var headings = new Headings(grid, layout);
        if (layout is { Service: HeaderLayout.SurveyMonkey, WordingRow: not null })
            headings.AddQuestions();
        else
            headings.AddColumns();
        headings.TellDoubled();
        return headings;
    }

    private void AddColumns()
    {
        if (shift == 1)
            Add(0, "", "row", "the name of the row");
        for (var column = shift; column < Width; column++)
        {
            var heading = grid.Cell(0, column - shift);
            if (heading.Length == 0)
                AddNameless(column);
            else if (Coded().Match(heading) is { Success: true } coded)
                Add(column, heading, coded.Groups["name"].Value, coded.Groups["text"].Value);
            else
                Add(column, heading, heading, layout.WordingRow is { } row ? grid.Cell(row, column) : "");
        }
    }

    // R writes the names of rows in a first column that the header does not count.
    private bool IsShifted()
    {
        var header = Array.FindLastIndex(grid.Rows[0], cell => cell.Length > 0) + 1;
        var below = grid.Rows.Skip(layout.FirstRow).ToArray();
        return grid.Rows[0].Length == header && below.Length > 0 && Array.TrueForAll(below, row => row.Length == header + 1)
            && Array.Exists(below, row => row[header].Length > 0) && below.Select(row => row[0]).Distinct().Count() == below.Length;
    }

    private void AddNameless(int column)
    {
        if (!Enumerable.Range(layout.FirstRow, grid.Rows.Count - layout.FirstRow).Any(row => grid.Cell(row, column).Length > 0))
            return;
        Add(column, "", column == 0 ? "row" : $"column_{column + 1}", "");
        decisions.Add($"column {column + 1} has no name and was called {columns[^1].Name}{(column == 0 ? " (R and pandas write the names of rows so)" : "")}.");
    }

    // A question with several parts has its wording above the first alone; below it stand the parts.
    private void AddQuestions()
    {
        var (question, number, part, isOwn) = ("", 0, 0, false);
        for (var column = 0; column < Width; column++)
        {
            var (above, below) = (grid.Cell(0, column), grid.Cell(1, column));
            if (above.Length > 0)
            {
                (question, part, isOwn) = (above, 0, below.Length > 0);
                number += isOwn ? 1 : 0;
            }

            part++;
            var isWhole = part == 1 && (column + 1 >= Width || grid.Cell(0, column + 1).Length > 0);
            var text = below.Length == 0 || IsResponse(below) ? question : $"{question}: {below}";
            Add(column, above, isOwn ? isWhole ? $"q{number}" : $"q{number}_{part}" : above, isOwn ? text : "");
        }
    }

    private static bool IsResponse(string text) => text is "Response" or "Open-Ended Response";

    private void Add(int column, string heading, string wanted, string text)
    {
        var name = names.For(wanted, $"q{column + 1}");
        columns.Add(new(column, name, heading, text.Length > 0 ? text : name == heading ? "" : heading));
    }

    private void TellDoubled()
    {
        foreach (var group in columns.Where(column => column.Original.Length > 0).GroupBy(column => column.Original, StringComparer.Ordinal).Where(group => group.Count() > 1))
        {
            var places = TableHeader.Text([.. group.Select(column => column.Position)]);
            var same = group.Skip(1).All(each => Enumerable.Range(layout.FirstRow, grid.Rows.Count - layout.FirstRow).All(row => grid.Cell(row, each.Position) == grid.Cell(row, group.First().Position)));
            decisions.Add($"columns {places} are all named {Quoted.Of(group.Key)} and {(same ? "hold the same cells" : "differ")}; they were called {string.Join(", ", group.Select(column => column.Name))}.");
        }
    }

    // LimeSurvey's headings with code and question: Q1[SQ001]. How do you ...?
    [GeneratedRegex(@"^(?<name>[A-Za-z]\w{0,30}(\[\w+\])*)[.:] +(?<text>\S.+)$", RegexOptions.Singleline)]
    private static partial Regex Coded();
}
