using Pathwise.Tables;

namespace Pathwise.Auditing.Reported;

/// <summary>A file of statistics as a table: a row for each, a column for each field.</summary>
internal static class StatisticsCsv
{
    /// <summary>The rows of the file; a column that is unknown or missing is an <see cref="InputException"/>.</summary>
    public static IReadOnlyList<StatisticFields> Read(string path)
    {
        var records = CsvRecords.Read(path);
        RequireColumns(path, records.Names);
        return records.Rows.Select(row => new StatisticFields(path, row.Line, Texts(records.Names, row.Fields))).ToArray();
    }

    private static Dictionary<string, string> Texts(IReadOnlyList<string> names, string[] fields) =>
        Enumerable.Range(0, fields.Length).ToDictionary(i => names[i], i => fields[i], StringComparer.Ordinal);

    private static void RequireColumns(string path, IReadOnlyList<string> names)
    {
        var known = string.Join(", ", StatisticFields.Known);
        if (names.FirstOrDefault(name => !StatisticFields.Known.Contains(name)) is { } unknown)
            throw new InputException($"{path}, line 1: the column '{unknown}' is not known; a file of statistics has: {known}.");
        if (StatisticFields.Known.Take(StatisticFields.RequiredCount).FirstOrDefault(name => !names.Contains(name)) is { } missing)
            throw new InputException($"{path}, line 1: there is no column '{missing}'; a file of statistics has: {known}.");
    }
}
