using System.Globalization;
using Pathwise.Auditing.Reported;
using Pathwise.Tables;

namespace Pathwise.Auditing.Checks;

/// <summary>A count in the text against the rows of a table that meet it; with "at most" for a table that shows only some.</summary>
public static class RowsOfTable
{
    private const string Name = "rows of the table";

    /// <summary>
    /// The rows of a table, by position, that meet all conditions, each a column, <c>=</c> or <c>!=</c>, and a value (nothing
    /// for a blank cell), joined by <c>&amp;</c>; or <c>all</c> rows.
    /// </summary>
    public static IReadOnlyList<int> Meeting(DataTable table, string conditions)
    {
        var rows = Enumerable.Range(0, table.Count);
        if (conditions == "all")
            return [.. rows];
        var tests = conditions.Split('&', StringSplitOptions.TrimEntries).Select(condition => Condition(table, condition)).ToArray();
        return [.. rows.Where(row => tests.All(test => test(row)))];
    }

    internal static IEnumerable<Finding> Apply(PublishedStatistics published) =>
        from statistic in published.Statistics
        where statistic.Number is not null && statistic.Details.ContainsKey("table")
        select Check(published, statistic);

    private static Finding Check(PublishedStatistics published, ReportedStatistic count)
    {
        var file = Path.Combine(published.Folder, count.Details["table"]);
        if (!count.Details.TryGetValue("rows", out var conditions))
            throw new InputException($"{count.Source}: the detail 'table' needs the detail 'rows', which says which rows count.");
        if (!File.Exists(file))
            throw new InputException($"{count.Source}: the table {count.Details["table"]} does not exist beside the file of statistics.");
        var table = DataTable.Read(file);
        var rows = Meeting(table, conditions);
        var found = count.Details.TryGetValue("total", out var column) ? rows.Sum(row => table.Numbers(column)[row]) : rows.Count;
        var isSome = count.Details.GetValueOrDefault("relation") == "at most";
        var printed = (double)count.Number!.Value;
        return Findings.Judged(
            count,
            Name,
            isSome ? found <= printed : found == printed,
            Message(count, found, column, isSome),
            found.ToString(CultureInfo.InvariantCulture));
    }

    private static string Message(ReportedStatistic count, double found, string? column, bool isSome)
    {
        var conditions = count.Details["rows"];
        var rows = found == 1 ? "row" : "rows";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"The count is {count.Printed}; {Path.GetFileName(count.Details["table"])} has {found} {column ?? rows}{(conditions == "all" ? "" : $" with {conditions}")}{(isSome ? ", and shows only some" : "")}.");
    }

    private static Func<int, bool> Condition(DataTable table, string condition)
    {
        var isUnequal = condition.Contains("!=", StringComparison.Ordinal);
        var parts = condition.Split(isUnequal ? "!=" : "=", 2, StringSplitOptions.TrimEntries);
        if (parts.Length != 2)
            throw new InputException($"'{condition}' is no condition on rows; expected a column, = or !=, and a value.");
        var texts = table.Texts(parts[0]);
        return row => string.Equals(texts[row] ?? "", parts[1], StringComparison.Ordinal) != isUnequal;
    }
}
