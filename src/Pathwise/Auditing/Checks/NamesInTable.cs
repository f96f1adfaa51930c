using Pathwise.Auditing.Reported;
using Pathwise.Tables;

namespace Pathwise.Auditing.Checks;

/// <summary>
/// Names in the text against those in a column of a table, where a cell may name several, separated by semicolons: the same ones, or, with
/// "among", none that the table does not have.
/// </summary>
public static class NamesInTable
{
    private const string Name = "names in the table";

    internal static IEnumerable<Finding> Apply(PublishedStatistics published) =>
        from statistic in published.Statistics
        where statistic.Kind == StatisticKind.List && statistic.Details.ContainsKey("table")
        select Check(statistic, RowsOfTable.TableOf(published, statistic));

    private static Finding Check(ReportedStatistic list, DataTable table)
    {
        if (!list.Details.TryGetValue("column", out var column))
            throw new InputException($"{list.Source}: the detail 'table' of a list needs the detail 'column', which holds the names.");
        var rows = RowsOfTable.Meeting(table, list.Details.GetValueOrDefault("rows", "all"));
        var there = rows.SelectMany(row => Names(table.Texts(column)[row])).ToHashSet(StringComparer.OrdinalIgnoreCase);
        string[] missing = [.. list.Names.Where(name => !there.Contains(name))];
        string[] more = list.Details.GetValueOrDefault("relation") == "among" ? [] : [.. there.Except(list.Names, StringComparer.OrdinalIgnoreCase)];
        return Findings.Judged(list, Name, missing.Length + more.Length == 0, Message(list, there.Count, missing, more), string.Join("; ", there));
    }

    private static string Message(ReportedStatistic list, int there, string[] missing, string[] more)
    {
        var file = Path.GetFileName(list.Details["table"]);
        return $"{list.Place} names {list.Names.Count}; {file} has {there}."
            + (missing.Length > 0 ? $" Not there: {string.Join(", ", missing)}." : "")
            + (more.Length > 0 ? $" Only there: {string.Join(", ", more)}." : "")
            + (missing.Length + more.Length == 0 ? $" All that are named are there." : "");
    }

    private static string[] Names(string? cell) => cell?.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? [];
}
