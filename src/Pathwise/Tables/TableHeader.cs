namespace Pathwise.Tables;

/// <summary>
/// The header of a file of cases. Columns without a name, which R and pandas write for the names of rows and spreadsheets
/// behind the last column, and columns that share one are no columns of the table; the latter are remembered.
/// </summary>
internal sealed class TableHeader
{
    private TableHeader(int line, string[] names)
    {
        Line = line;
        Length = names.Length;
        var byName = names.Select((name, i) => (name, i)).Where(each => each.name.Length > 0).ToLookup(each => each.name, each => each.i, StringComparer.Ordinal);
        Positions = [.. byName.Where(group => group.Count() == 1).Select(group => group.Single())];
        Names = [.. Positions.Select(i => names[i])];
        Doubled = byName.Where(group => group.Count() > 1).ToDictionary(group => group.Key, group => (IReadOnlyList<int>)[.. group], StringComparer.Ordinal);
        Nameless = [.. Enumerable.Range(0, names.Length).Where(i => names[i].Length == 0)];
        Required = Array.FindLastIndex(names, name => name.Length > 0) + 1;
    }

    /// <summary>The line it stands on.</summary>
    public int Line { get; }

    /// <summary>The number of its fields, named or not.</summary>
    public int Length { get; }

    /// <summary>The fields that every row must have: up to the last that has a name.</summary>
    public int Required { get; }

    /// <summary>The names that one column has.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>Where, counted from 0, the column of each name stands.</summary>
    public int[] Positions { get; }

    /// <summary>Where, counted from 0, there is no name.</summary>
    public IReadOnlyList<int> Nameless { get; }

    /// <summary>The names of several columns, with their positions counted from 0.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<int>> Doubled { get; }

    /// <summary>Reads a header; one without any name is an <see cref="InputException"/>.</summary>
    public static TableHeader Of(string path, int line, string[] names)
    {
        var header = new TableHeader(line, names);
        return header.Required > 0
            ? header
            : throw new InputException($"{path}, line {line}: no column has a name; expected a header row that names the columns.");
    }

    /// <summary>Positions as people count them: "4 and 5".</summary>
    public static string Text(IReadOnlyList<int> positions)
    {
        var numbers = positions.Select(i => $"{i + 1}").ToArray();
        return numbers.Length == 1 ? numbers[0] : $"{string.Join(", ", numbers[..^1])} and {numbers[^1]}";
    }
}
