using CsvHelper;

namespace Pathwise.Tables;

/// <summary>The rows below a header, gathered in columns.</summary>
internal sealed class TableRows
{
    private readonly string path;
    private readonly TableHeader header;
    private readonly MissingCodes missing;
    private readonly DecimalComma? comma;
    private readonly ColumnBuilder[] columns;
    private readonly ColumnBuilder rowNames = new(new MissingCodes([]), new MissingCodes([]), null);
    private readonly MissingCodes[] own;
    private readonly IReadOnlyDictionary<string, IReadOnlyList<string>> declared;
    private readonly HashSet<int> filledNameless = [];
    private readonly List<int> lines = [];
    private int shift;

    public TableRows(string path, TableHeader header, MissingCodes missing, IReadOnlyDictionary<string, IReadOnlyList<string>> declared, DecimalComma? comma)
    {
        (this.path, this.header, this.missing, this.declared, this.comma) = (path, header, missing, declared, comma);
        own = [.. header.Names.Select(name => new MissingCodes(declared.GetValueOrDefault(name, [])))];
        columns = [.. own.Select(codes => new ColumnBuilder(missing, codes, comma))];
    }

    public int Count => lines.Count;

    public IReadOnlyList<int> Lines => lines;

    /// <summary>The number of the first row below the header, as a spreadsheet shows it.</summary>
    public int FirstRow { get; private set; }

    /// <summary>What to say when a doubled column is asked for.</summary>
    public IReadOnlyDictionary<string, string> Doubled => header.Doubled.ToDictionary(
        each => each.Key,
        each => $"{path}, line {header.Line}: columns {TableHeader.Text(each.Value)} are {(each.Value.Count == 2 ? "both" : "all")} named {Quoted.Of(each.Key)}; give them different names to use one.",
        StringComparer.Ordinal);

    /// <summary>What was in the file and is not in the table.</summary>
    public IEnumerable<string> Notes
    {
        get
        {
            if (shift == 1)
                yield return $"the rows of {path} have one field more than its header; the first is taken as the name of the row, as R writes it.";
            if (filledNameless.Count > 0)
            {
                var (word, verb) = filledNameless.Count == 1 ? ("column", "has no name and was") : ("columns", "have no name and were");
                yield return $"{word} {TableHeader.Text([.. filledNameless.Order()])} of {path} {verb} left out{(filledNameless.Contains(0) ? " (R and pandas write the names of rows so)" : "")}.";
            }
        }
    }

    /// <summary>No rows below the same header.</summary>
    public TableRows Emptied() => new(path, header, missing, declared, comma);

    /// <summary>How many cells of each column hold a code for a missing value that was declared for that column.</summary>
    public IReadOnlyList<MissingCount> MissingCounts => [.. own.SelectMany(codes => codes.Met, (codes, met) => new MissingCount(header.Names[Array.IndexOf(own, codes)], met.Code, met.Count))];

    /// <summary>Adds the record that a reader stands on; one whose width does not fit the header is an <see cref="InputException"/>.</summary>
    /// <param name="reader">The reader.</param>
    /// <param name="number">The number of the record in the file, counted from 1.</param>
    public void Add(CsvReader reader, int number)
    {
        if (Count == 0)
            (FirstRow, shift) = (number, reader.FieldCount == header.Length + 1 && header.Nameless.Count == 0 && !reader.GetSpan(header.Length).IsEmpty ? 1 : 0);
        RequireWidth(reader);
        for (var i = 0; i < columns.Length; i++)
            columns[i].Add(reader.GetSpan(header.Positions[i] + shift));
        if (shift == 1)
            rowNames.Add(reader.GetSpan(0));
        foreach (var i in header.Nameless)
        {
            if (i < reader.FieldCount && !reader.GetSpan(i).IsEmpty)
                filledNameless.Add(i);
        }

        lines.Add((int)reader.LineNumber);
    }

    /// <summary>The columns, once all rows are there.</summary>
    public DataColumn[] Columns()
    {
        if (shift == 1 && !AreRowNames(rowNames.Build("row names")))
            throw Misfit(lines[0], header.Length + 1);
        return [.. columns.Select((column, i) => column.Build(header.Names[i]))];
    }

    // A field too many that is blank in every row is a separator at the end of the line.
    private void RequireWidth(CsvReader reader)
    {
        var fits = shift == 1 ? reader.FieldCount == header.Length + 1 : reader.FieldCount >= header.Required;
        for (var i = header.Length + shift; fits && i < reader.FieldCount; i++)
            fits = reader.GetSpan(i).IsEmpty;
        if (!fits)
            throw Misfit((int)reader.LineNumber, reader.FieldCount);
    }

    // 1, 2, 3, ... or distinct words: no answers look so, nor do the halves of numbers with a decimal comma, which may be 1 and 2.
    private bool AreRowNames(DataColumn names) => Count > 1 && (names.Numbers is { } numbers
        ? Count > 2 && numbers.Select((number, i) => number == i + 1).All(isNext => isNext)
        : names.Texts.All(text => text is not null && !Number.IsNumber(text)) && names.Texts.Distinct().Count() == Count);

    private InputException Misfit(int line, int fields) =>
        new($"{path}, line {line}: {fields} fields; the header has {header.Length}.");
}
