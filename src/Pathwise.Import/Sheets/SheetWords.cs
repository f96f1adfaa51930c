using Pathwise.Tables;

namespace Pathwise.Import.Sheets;

/// <summary>What is said of the sheets of a file.</summary>
internal static class SheetWords
{
    /// <summary>Which sheet was read, and which others there are.</summary>
    public static string Chosen(string name, IReadOnlyList<string> all)
    {
        var others = all.Where(each => each != name).Select(each => Quoted.Of(each)).ToArray();
        return others.Length == 0
            ? $"the sheet {Quoted.Of(name)} was read."
            : $"the sheet {Quoted.Of(name)} was read; there {(others.Length == 1 ? "is" : "are")} also {string.Join(", ", others)} (--sheet NAME).";
    }

    /// <summary>A column of a sheet by its letters.</summary>
    public static string Letters(int column)
    {
        var letters = "";
        for (var rest = column + 1; rest > 0; rest = (rest - 1) / 26)
            letters = (char)('A' + ((rest - 1) % 26)) + letters;
        return letters;
    }
}
