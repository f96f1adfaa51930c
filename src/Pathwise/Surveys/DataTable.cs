using System.Globalization;

namespace Pathwise.Surveys;

/// <summary>
/// Cases by named columns. A column whose every value is a number holds numbers (NaN where one is missing), any other
/// holds texts (null where one is missing). Immutable.
/// </summary>
[TypeFormatterSource]
public sealed class DataTable
{
    private readonly Dictionary<string, DataColumn> columns;

    private DataTable(string source, IReadOnlyList<DataColumn> columns, IReadOnlyList<int> lines)
    {
        Source = source;
        Lines = lines;
        Names = columns.Select(column => column.Name).ToArray();
        this.columns = columns.ToDictionary(column => column.Name, StringComparer.Ordinal);
    }

    /// <summary>Where the table came from: the path of its file, or "the table" when it was made in memory.</summary>
    public string Source { get; }

    /// <summary>The names of the columns, in the order of the file.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>The number of cases.</summary>
    public int Count => Lines.Count;

    /// <summary>The line of the file on which each case stands (the header is line 1), or its number when made in memory.</summary>
    public IReadOnlyList<int> Lines { get; }

    /// <summary>
    /// Reads a comma-separated file in UTF-8 with a header row; a blank field or NA is missing. A file that does not
    /// have this form is an <see cref="InputException"/> that names the line.
    /// </summary>
    public static DataTable Read(string csvPath)
    {
        var records = CsvRecords.Read(csvPath);
        var columns = records.Names.Select((name, i) => DataColumn.Of(name, records.Rows.Select(row => row.Fields[i])));
        return new DataTable(csvPath, columns.ToArray(), records.Rows.Select(row => row.Line).ToArray());
    }

    /// <summary>A table of numbers: one name for each column of <paramref name="values"/> (cases by columns, NaN is missing).</summary>
    public static DataTable Of(IReadOnlyList<string> names, double[,] values)
    {
        if (names.Count != values.GetLength(1))
            throw new InputException($"{names.Count} names for {values.GetLength(1)} columns; expected one for each.");
        if (names.GroupBy(name => name, StringComparer.Ordinal).FirstOrDefault(group => group.Count() > 1) is { } twice)
            throw new InputException($"Two columns are named '{twice.Key}'; expected distinct names.");
        var count = values.GetLength(0);
        var columns = names.Select((name, j) => DataColumn.Of(name, Enumerable.Range(0, count).Select(i => values[i, j]).ToArray()));
        return new DataTable("the table", columns.ToArray(), Enumerable.Range(1, count).ToArray());
    }

    /// <summary>Whether there is a column of this name (case matters).</summary>
    public bool Has(string name) => columns.ContainsKey(name);

    /// <summary>Whether every value of the column that is not missing is a number.</summary>
    public bool IsNumeric(string name) => Column(name).Numbers is not null;

    /// <summary>
    /// The numbers of a column, one for each case, NaN where missing. A column that holds anything else is an
    /// <see cref="InputException"/> that names the line and the value.
    /// </summary>
    public IReadOnlyList<double> Numbers(string name)
    {
        var column = Column(name);
        return column.Numbers ?? throw NotANumber(column);
    }

    /// <summary>The texts of a column as written, one for each case, null where missing.</summary>
    public IReadOnlyList<string?> Texts(string name) => Column(name).Texts;

    /// <summary>The table of the cases at these positions (from 0), in this order; a position may occur more than once.</summary>
    public DataTable Cases(IReadOnlyList<int> positions) => new(
        Source, Names.Select(name => columns[name].At(positions)).ToArray(), positions.Select(position => Lines[position]).ToArray());

    /// <summary>The same cases with a column of numbers added at the end, or put in place of the one of that name.</summary>
    public DataTable With(string name, IReadOnlyList<double> numbers)
    {
        if (numbers.Count != Count)
            throw new InputException($"Column '{name}' has {numbers.Count} values for {Count} cases; expected one for each.");
        var added = DataColumn.Of(name, numbers.ToArray());
        var kept = Names.Select(existing => existing == name ? added : columns[existing]);
        return new DataTable(Source, (Has(name) ? kept : kept.Append(added)).ToArray(), Lines);
    }

    private DataColumn Column(string name) => columns.TryGetValue(name, out var column)
        ? column
        : throw new InputException(NearestName.Complaint(Source, name, Names));

    private InputException NotANumber(DataColumn column)
    {
        var position = Enumerable.Range(0, Count).First(i => column.Texts[i] is { } text && !Number.IsNumber(text));
        return new InputException(string.Create(
            CultureInfo.InvariantCulture,
            $"{Source}, line {Lines[position]}, column '{column.Name}': '{column.Texts[position]}' is not a number; expected a number, or blank or NA where missing."));
    }
}
