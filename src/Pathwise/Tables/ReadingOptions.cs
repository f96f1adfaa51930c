namespace Pathwise.Tables;

/// <summary>What must be known of a file of cases before it is read.</summary>
public sealed class ReadingOptions
{
    /// <summary>
    /// What stands for a missing value, beside blank and NA. A number is compared by its value (-99 is also -99.0), any
    /// other text exactly as it is written, capital letters included.
    /// </summary>
    public IReadOnlyList<string> Missing { get; init; } = [];

    /// <summary>What stands for a missing value in one column beside that, by the name of the column; compared in the same way.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> MissingIn { get; init; } = new Dictionary<string, IReadOnlyList<string>>();

    /// <summary>
    /// Rows to leave out, counted from 1 as a spreadsheet shows them, blank lines apart. The first row left is the header.
    /// </summary>
    public IReadOnlyList<int> SkippedRows { get; init; } = [];
}
