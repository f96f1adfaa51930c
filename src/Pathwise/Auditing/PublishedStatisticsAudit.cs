using Pathwise.Auditing.Checks;
using Pathwise.Auditing.Reported;

namespace Pathwise.Auditing;

/// <summary>The verb that asks whether published numbers can be true together.</summary>
public static class PublishedStatisticsAudit
{
    private static readonly Func<PublishedStatistics, IEnumerable<Finding>>[] Checks =
    [
        PossibleValues.Apply,
        PFromStatistic.Apply,
        ModelDegreesOfFreedom.Apply,
        RestrictionDegreesOfFreedom.Apply,
        RmseaFromChiSquare.Apply,
        BaselineChiSquare.Apply,
        InformationCriteria.Apply,
        TotalEffect.Apply,
        ImpliedCorrelations.Apply,
        PositiveDefiniteness.Apply,
        EstimateInInterval.Apply,
        IntervalAgainstP.Apply,
        IntervalSymmetry.Apply,
        Grim.Apply,
        ScaleLimits.Apply,
        Grimmer.Apply,
        Debit.Apply,
        ShareOfCount.Apply,
        SharesOfWhole.Apply,
        SumOfParts.Apply,
        NamesListed.Apply,
        SaidTwice.Apply,
        RowsOfTable.Apply,
        NamesInTable.Apply,
        AnnouncedNames.Apply,
        ReliabilityFromLoadings.Apply,
        AlphaFromCorrelations.Apply,
        EstimateAndError.Apply,
        ExplainedFromResidual.Apply,
        Arguments.Apply,
    ];

    /// <summary>
    /// Every check on every statistic that it applies to; a number that no check could touch is untestable, and the
    /// finding says why.
    /// </summary>
    public static AuditReport Audit(this PublishedStatistics published)
    {
        var findings = Checks.SelectMany(check => check(published)).ToArray();
        var order = published.Statistics.Select((statistic, position) => (statistic.Id, position)).ToDictionary(pair => pair.Id, pair => pair.position);
        return new AuditReport([.. findings.Concat(LeftUntested.Apply(published, findings)).OrderBy(finding => order[finding.Statistic.Id])]);
    }
}
