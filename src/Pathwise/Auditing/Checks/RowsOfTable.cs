using System.Globalization;
using Pathwise.Auditing.Reported;
using Pathwise.Tables;

namespace Pathwise.Auditing.Checks;

/// <summary>
/// A count in the text against the rows of a table that meet it; with "at most" for a table that shows only some. A claim that there are
/// none, or some, against the same rows.
/// </summary>
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
        where statistic.Kind != StatisticKind.List && statistic.Details.ContainsKey("table")
        select statistic.Number is null ? CheckClaim(published, statistic) : Check(published, statistic);

    /// <summary>The table that the detail of a statistic names.</summary>
    internal static DataTable TableOf(PublishedStatistics published, ReportedStatistic statistic)
    {
        var file = Path.Combine(published.Folder, statistic.Details["table"]);
        return File.Exists(file)
            ? DataTable.Read(file)
            : throw new InputException($"{statistic.Source}: the table {statistic.Details["table"]} does not exist beside the file of statistics.");
    }

    private static string Conditions(ReportedStatistic statistic) => statistic.Details.TryGetValue("rows", out var conditions)
        ? conditions
        : throw new InputException($"{statistic.Source}: the detail 'table' needs the detail 'rows', which says which rows count.");

    private static Finding CheckClaim(PublishedStatistics published, ReportedStatistic claim)
    {
        var found = Meeting(TableOf(published, claim), Conditions(claim)).Count;
        var isMet = claim.Details.GetValueOrDefault("relation") switch
        {
            "none" => found == 0,
            "some" => found > 0,
            _ => throw new InputException($"{claim.Source}: the detail 'table' of a claim needs the detail 'relation'; expected none or some."),
        };
        return Findings.Judged(claim, Name, isMet, string.Create(
            CultureInfo.InvariantCulture,
            $"{claim.Place} says {claim.Printed}; {Path.GetFileName(claim.Details["table"])} has {found} {(found == 1 ? "row" : "rows")} with {claim.Details["rows"]}."));
    }

    private static Finding Check(PublishedStatistics published, ReportedStatistic count)
    {
        var conditions = Conditions(count);
        var table = TableOf(published, count);
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
