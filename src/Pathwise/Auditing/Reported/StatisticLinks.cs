namespace Pathwise.Auditing.Reported;

/// <summary>The ids in a link: one or more, joined by blanks, or by <c>+</c> and <c>*</c> in a sum of products.</summary>
internal static class StatisticLinks
{
    private static readonly char[] Joints = [' ', '+', '*'];

    /// <summary>Every id that the text of a link names.</summary>
    public static string[] Ids(string link) =>
        link.Split(Joints, StringSplitOptions.RemoveEmptyEntries);

    /// <summary>The one statistic that is linked in a role; null when there is no such link.</summary>
    public static ReportedStatistic? Linked(this PublishedStatistics published, ReportedStatistic statistic, string role) =>
        statistic.Links.TryGetValue(role, out var link) ? published[Ids(link)[0]] : null;

    /// <summary>The values that a sum of products of linked numbers can have, given how each is printed.</summary>
    public static ValueRange Evaluate(this PublishedStatistics published, string link) => link
        .Split('+', StringSplitOptions.TrimEntries)
        .Select(term => Ids(term).Select(id => Findings.RangeOf(published[id])).Aggregate((product, next) => product * next))
        .Aggregate((sum, next) => sum + next);

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
        var incomplete =
            from statistic in statistics.Values
            from link in statistic.Links
            where link.Value.Split('+').Any(term => Ids(term).Length == 0)
            select $"{statistic.Source}: '{statistic.Id}' links to '{link.Value}' ({link.Key}); expected an id on either side of each '+'.";
        if (incomplete.FirstOrDefault() is { } unfinished)
            throw new InputException(unfinished);
        if (statistics.Values.FirstOrDefault(statistic => WordsLinkedAsNumbers(statistic, statistics) is not null) is { } mistaken)
            throw new InputException(
                $"{mistaken.Source}: '{mistaken.Id}' links to '{WordsLinkedAsNumbers(mistaken, statistics)}' as a number, but that is words.");
    }

    private static string? WordsLinkedAsNumbers(ReportedStatistic statistic, IReadOnlyDictionary<string, ReportedStatistic> all) => statistic.Links
        .Where(link => !AuditVocabulary.RolesOfWords.Contains(link.Key))
        .SelectMany(link => Ids(link.Value))
        .FirstOrDefault(id => all[id].Number is null);
}
