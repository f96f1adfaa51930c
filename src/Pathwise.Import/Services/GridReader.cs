using System.Globalization;
using Pathwise.Import.Contents;
using Pathwise.Tables;

namespace Pathwise.Import.Services;

/// <summary>Makes columns of the rows of a text or a sheet: which rows are headings, which columns have names, what the cells are.</summary>
internal sealed class GridReader
{
    // What Qualtrics says in Status: a preview, a test, a preview taken for spam, one made offline.
    private static readonly string[] Previews = ["1", "2", "9", "17", "Survey Preview", "Survey Test", "Spam (Survey Preview)"];

    private readonly Grid grid;
    private readonly HeaderLayout layout;
    private readonly Headings headings;
    private readonly List<string> decisions = [];
    private readonly List<Misfit> misfits = [];
    private readonly int[] rows;

    private GridReader(Grid grid)
    {
        this.grid = grid;
        layout = HeaderLayout.Of(grid);
        headings = Headings.Of(grid, layout);
        if (headings.Columns.Count == 0)
            throw new InputException($"{grid.Source} has no column with a name or a value.");
        rows = Cases();
    }

    /// <summary>Reads the columns; a text that is no table is an <see cref="InputException"/>.</summary>
    public static ImportedFile Read(Grid grid) => new GridReader(grid).Import();

    private ImportedFile Import()
    {
        if (rows.Length == 0)
            throw new InputException($"{grid.Source} has headings but no cases below them.");
        TellWidths();
        var (comma, readers) = Readers();
        AnswerScales.Choose(readers);
        var columns = readers.Select((reader, i) => reader.Build(Line, misfits) with { Name = headings.Columns[i].Name, Text = headings.Columns[i].Text, Heading = Heading(i) }).ToArray();
        if (comma is { IsCertain: true } && readers.Any(reader => reader.HasCommas))
            decisions.Add("numbers with a comma are decimal fractions (1,5 is 1.5) and were written with a point.");
        return new ImportedFile(
            grid.Source, Form(), rows.Length, columns, [.. grid.Decisions, .. LayoutNotes(), .. headings.Decisions, .. decisions, .. readers.SelectMany((reader, i) => reader.Notes(columns[i].Name))], misfits);
    }

    // Services write several answers in one cell, parted by commas: these are no fractions.
    private (DecimalComma? Comma, ColumnReader[] Readers) Readers()
    {
        var comma = grid.IsSheet || layout.Service is HeaderLayout.Qualtrics || grid.Form.EndsWith(" commas", StringComparison.Ordinal) ? null : new DecimalComma();
        return (comma, [.. headings.Columns.Select(column => new ColumnReader(column.Original.Length > 0 ? column.Original : column.Name, [.. rows.Select(row => grid.Cell(row, column.Position))], comma))]);
    }

    private string? Heading(int i) => headings.Columns[i].Original is { Length: > 0 } original && original != headings.Columns[i].Name ? original : null;

    private int Line(int position) => grid.Lines[rows[position]];

    private string Form() => layout.Service is { } service ? $"export of {service}, {grid.Form}" : grid.Form;

    private IEnumerable<string> LayoutNotes()
    {
        if (layout.Service is { } service)
            yield return $"the names of its columns are those of {service}.";
        var row = grid.IsSheet ? "row" : "line";
        yield return layout.WordingRow is { } wording
            ? $"{row} {grid.Lines[0]} names the columns, {row} {grid.Lines[wording]} has the wording of the questions; the first case stands in {row} {Line(0)}."
            : $"{row} {grid.Lines[0]} names the columns; the first case stands in {row} {Line(0)}.";
    }

    private int[] Cases()
    {
        var all = Enumerable.Range(layout.FirstRow, grid.Rows.Count - layout.FirstRow).ToArray();
        if (layout.Service != HeaderLayout.Qualtrics)
            return all;
        var previews = all.Where(IsPreview).ToHashSet();
        if (previews.Count > 0)
            decisions.Add(string.Create(CultureInfo.InvariantCulture, $"{previews.Count} {(previews.Count == 1 ? "response is a preview and was" : "responses are previews and were")} left out (line {string.Join(", ", previews.Order().Select(row => grid.Lines[row]).Take(10))}{(previews.Count > 10 ? ", ..." : "")})."));
        return [.. all.Where(row => !previews.Contains(row))];
    }

    private bool IsPreview(int row) => headings.Columns.Any(column =>
        (column.Original == "Status" && Previews.Contains(grid.Cell(row, column.Position)))
        || (column.Original == "DistributionChannel" && grid.Cell(row, column.Position) is "preview"));

    // A row that is wider than the headings, or shorter than the last of them that has a name.
    private void TellWidths()
    {
        var width = headings.Columns[^1].Position + 1;
        var shortRows = 0;
        foreach (var row in rows)
        {
            var cells = grid.Rows[row];
            shortRows += cells.Length < width && !grid.IsSheet ? 1 : 0;
            if (cells.Length < width && !grid.IsSheet)
                misfits.Add(new(grid.Lines[row], headings.Columns[^1].Name, $"{cells.Length} fields", $"the headings are {width}; the rest was left blank"));
        }

        var wide = headings.Columns.Where(column => column.Original.Length == 0 && column.Position > 0).Select(column => column.Position).ToArray();
        var wideRows = rows.Count(row => Array.Exists(wide, column => grid.Cell(row, column).Length > 0));
        if (rows.Length > 1 && (shortRows > rows.Length / 2 || (wide.Length > 0 && wideRows > rows.Length / 2 && grid.Rows[0].Length <= wide[0])))
            throw new InputException($"{grid.Source}, line {Line(0)}: {grid.Rows[rows[0]].Length} fields; the header has {grid.Rows[0].Length}, and most rows do not fit it.");
    }
}
