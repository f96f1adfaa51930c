using Pathwise.Auditing.Reported;

namespace Pathwise.Auditing.Checks;

/// <summary>An estimate divided by its standard error is z (or t), and p follows from that (Wald, 1943).</summary>
public static class EstimateAndError
{
    private const string Name = "estimate and error";

    /// <summary>Every quotient of an estimate and a standard error above zero.</summary>
    public static ValueRange Ratio(ValueRange estimate, ValueRange error)
    {
        var (least, most) = (Math.Max(error.Lower, double.Epsilon), error.Upper);
        return ValueRange.Around(estimate.Lower / least, estimate.Lower / most, estimate.Upper / least, estimate.Upper / most);
    }

    internal static IEnumerable<Finding> Apply(PublishedStatistics published) =>
        from statistic in published.Statistics
        where statistic.Number is not null
        let error = published.Linked(statistic, "se")
        where error is not null && error.Number!.Range.Upper > 0
        from finding in Check(published, statistic, error)
        select finding;

    private static IEnumerable<Finding> Check(PublishedStatistics published, ReportedStatistic estimate, ReportedStatistic error)
    {
        var ratio = Ratio(estimate.Number!.Range, error.Number!.Range);
        if (published.Linked(estimate, "z") is { } z)
            yield return Findings.Compared(z, Name, ratio, _ =>
                $"{estimate.Printed} / {error.Printed} is {RangeText.Of(ratio, z.Number!.Decimals + 1)}; printed is {z.Printed}.");
        // Beside an interval p may come from the bootstrap that made it.
        else if (published.Linked(estimate, "p") is { } p && !estimate.Links.ContainsKey("lower"))
            yield return OfP(estimate, error, p, ratio);
    }

    private static Finding OfP(ReportedStatistic estimate, ReportedStatistic error, ReportedStatistic p, ValueRange ratio)
    {
        var both = estimate.DegreesOfFreedom is [var df] ? PFromStatistic.OfT(ratio, df) : PFromStatistic.OfZ(ratio);
        var half = new ValueRange(both.Lower / 2, both.Upper / 2);
        var hasOneTail = Facts.Of("tails", estimate, p) == "1";
        var (asStated, otherwise) = hasOneTail ? (half, both) : (both, half);
        return Findings.Compared(p, Name, asStated, meets =>
            $"{estimate.Printed} / {error.Printed} is {RangeText.Of(ratio, 2)}, which gives {(hasOneTail ? "a one-sided " : "")}p = {RangeText.Of(asStated, p.Number!.Decimals + 1)}; printed is {p.Printed}."
            + (!meets && Findings.RangeOf(p).Meets(otherwise) ? $" A {(hasOneTail ? "two" : "one")}-sided test would give it." : ""));
    }
}
