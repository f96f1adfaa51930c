namespace Pathwise.Auditing;

/// <summary>The ids in a link: one or more, joined by blanks, or by <c>+</c> and <c>*</c> in a sum of products.</summary>
internal static class StatisticLinks
{
    private static readonly char[] Joints = [' ', '+', '*'];

    /// <summary>Every id that the text of a link names.</summary>
    public static string[] Ids(string link) =>
        link.Split(Joints, StringSplitOptions.RemoveEmptyEntries);

    /// <summary>A link to nothing is an <see cref="InputException"/> that names the line and the id.</summary>
    public static void Require(IReadOnlyDictionary<string, ReportedStatistic> statistics)
    {
        var broken =
            from statistic in statistics.Values
            from link in statistic.Links
            from id in Ids(link.Value)
            where !statistics.ContainsKey(id)
            select $"{statistic.Source}: '{statistic.Id}' links to '{id}' ({link.Key}), but no statistic has this id.";
        if (broken.FirstOrDefault() is { } message)
            throw new InputException(message);
    }
}
