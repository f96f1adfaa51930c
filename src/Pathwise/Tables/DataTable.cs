namespace Pathwise.Tables;

/// <summary>
/// Cases by named columns. A column whose every value is a number holds numbers (NaN where one is missing), any other
/// holds texts (null where one is missing). Immutable.
/// </summary>
[TypeFormatterSource]
public sealed class DataTable
{
    private readonly Dictionary<string, DataColumn> columns;

    internal DataTable(string source, IReadOnlyList<DataColumn> columns, IReadOnlyList<int> lines)
    {
        Source = source;
        Lines = lines;
        Names = columns.Select(column => column.Name).ToArray();
        this.columns = columns.ToDictionary(column => column.Name, StringComparer.Ordinal);
    }

    private DataTable(DataTable of, IReadOnlyList<DataColumn> columns, IReadOnlyList<int> lines)
        : this(of.Source, columns, lines) => (FirstRow, Notes, Doubled, UnmetCodes, MissingCounts) = (0, of.Notes, of.Doubled, of.UnmetCodes, of.MissingCounts);

    /// <summary>Where the table came from: the path of its file, or "the table" when it was made in memory.</summary>
    public string Source { get; }

    /// <summary>The names of the columns, in the order of the file; one that several columns share is not among them.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>The number of cases.</summary>
    public int Count => Lines.Count;

    /// <summary>The line of the file on which each case stands (the header is line 1), or its number when made in memory.</summary>
    public IReadOnlyList<int> Lines { get; }

    /// <summary>Sentences on what the file holds that is not in the table, and on how its form was understood.</summary>
    public IReadOnlyList<string> Notes { get; internal init; } = [];

    /// <summary>The codes for missing values that were declared, when no field holds any of them.</summary>
    public IReadOnlyList<string> UnmetCodes { get; internal init; } = [];

    /// <summary>How many cells of the file hold which code for a missing value that was declared for their column.</summary>
    internal IReadOnlyList<MissingCount> MissingCounts { get; init; } = [];

    /// <summary>The number of the first row below the header, as a spreadsheet shows it; 0 when these are not the rows of a file.</summary>
    internal int FirstRow { get; init; }

    /// <summary>The names that several columns share, each with what to say when one of them is asked for.</summary>
    internal IReadOnlyDictionary<string, string> Doubled { get; init; } = new Dictionary<string, string>();

    /// <summary>
    /// Reads a file in UTF-8 with a header row, separated by commas, or by semicolons or tabs where the header has no comma.
    /// A blank field or NA is missing, and what the options declare. Columns without a name are left out; a name that several
    /// columns share is refused when it is asked for. A file that does not have this form is an
    /// <see cref="InputException"/> that names the line.
    /// </summary>
    public static DataTable Read(string csvPath, ReadingOptions? options = null) => TableReader.Read(csvPath, options ?? new());

    /// <summary>A table of numbers: one name for each column of <paramref name="values"/> (cases by columns, NaN is missing).</summary>
    public static DataTable Of(IReadOnlyList<string> names, double[,] values)
    {
        if (names.Count != values.GetLength(1))
            throw new InputException($"{names.Count} names for {values.GetLength(1)} columns; expected one for each.");
        if (names.GroupBy(name => name, StringComparer.Ordinal).FirstOrDefault(group => group.Count() > 1) is { } twice)
            throw new InputException($"Two columns are named {Quoted.Of(twice.Key)}; expected distinct names.");
        var count = values.GetLength(0);
        var columns = names.Select((name, j) => DataColumn.Of(name, Enumerable.Range(0, count).Select(i => values[i, j]).ToArray()));
        return new DataTable("the table", columns.ToArray(), Enumerable.Range(1, count).ToArray());
    }

    /// <summary>Whether there is a column of this name (case matters), or several.</summary>
    public bool Has(string name) => columns.ContainsKey(name) || Doubled.ContainsKey(name);

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
    public DataTable Cases(IReadOnlyList<int> positions)
    {
        int[] chosen = [.. positions];
        return new(this, Names.Select(name => columns[name].At(chosen)).ToArray(), Array.ConvertAll(chosen, position => Lines[position]));
    }

    /// <summary>The same cases with a column of numbers added at the end, or put in place of the one of that name.</summary>
    public DataTable With(string name, IReadOnlyList<double> numbers)
    {
        if (numbers.Count != Count)
            throw new InputException($"Column '{name}' has {numbers.Count} values for {Count} cases; expected one for each.");
        if (Doubled.TryGetValue(name, out var complaint))
            throw new InputException(complaint);
        var added = DataColumn.Of(name, numbers.ToArray());
        var kept = Names.Select(existing => existing == name ? added : columns[existing]);
        return new DataTable(this, (Has(name) ? kept : kept.Append(added)).ToArray(), Lines);
    }

    /// <summary>The cases of this table and then those of another, of the columns that both have.</summary>
    /// <exception cref="InputException">The tables have no column in common.</exception>
    public DataTable Append(DataTable other)
    {
        ArgumentNullException.ThrowIfNull(other);
        DataColumn[] both = [.. Names.Where(other.columns.ContainsKey).Select(name => columns[name].Append(other.columns[name]))];
        return both.Length > 0
            ? new DataTable($"{Source} and {other.Source}", both, [.. Lines, .. other.Lines])
            : throw new InputException($"{Source} and {other.Source} have no column in common.");
    }

    private DataColumn Column(string name) => columns.TryGetValue(name, out var column)
        ? column
        : throw new InputException(Doubled.TryGetValue(name, out var complaint) ? complaint : NearestName.Complaint(Source, name, Names));

    private InputException NotANumber(DataColumn column)
    {
        var position = Enumerable.Range(0, Count).First(i => IsWord(column.Texts[i]));
        var further = FurtherHeaders(column) is { } rows ? $" If row {rows} is a further header, leave it out (--skip-rows {rows} on the command line)."
            : Categories(column) is { } count ? $" If its {count} different texts are the categories of a variable of a model, have them coded (--coding {column.Name}=indicator on the command line)." : "";
        return new InputException(FormattableString.Invariant(
            $"{Source}, line {Lines[position]}, column {Quoted.Of(column.Name)}: {NotNumbers.Complaint(column.Texts[position]!)}{further}"));
    }

    // Survey programs write the wording of the questions, or labels, below the header: words at the top alone.
    private string? FurtherHeaders(DataColumn column)
    {
        var words = column.Texts.TakeWhile(NotNumbers.IsWording).Count();
        return FirstRow > 0 && words is (1 or 2) && words < Count && !column.Texts.Skip(words).Any(IsWord)
            ? string.Join(',', Enumerable.Range(FirstRow, words))
            : null;
    }

    // As many texts as categories have, each of more than one case, and no numbers among them.
    private static int? Categories(DataColumn column)
    {
        var texts = column.Texts.OfType<string>().Where(text => !NotNumbers.LooksMissing(text)).ToList();
        var count = texts.Distinct(StringComparer.Ordinal).Count();
        return count is > 1 and <= 20 && 2 * count <= texts.Count && texts.All(NotNumbers.IsWording) ? count : null;
    }

    private static bool IsWord(string? text) => text is not null && !Number.IsNumber(text);
}
