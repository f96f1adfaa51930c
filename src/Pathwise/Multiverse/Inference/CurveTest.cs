using Pathwise.Numerics;
using Pathwise.Multiverse.Plans;

namespace Pathwise.Multiverse.Inference;

/// <summary>A test of a whole curve against curves under the null, on the same rows in all universes (Simonsohn, Simmons and Nelson 2020).</summary>
[TypeFormatterSource]
public sealed record CurveTest
{
    private const double Significant = 0.05;

    private static readonly double Limit = NormalDistribution.Quantile(1 - (Significant / 2));

    /// <summary>What is asked.</summary>
    public required CurveStatistic Statistic { get; init; }

    /// <summary>How the null was made.</summary>
    public required CurveNull Null { get; init; }

    /// <summary>The value in the sample, with the sign of the effects.</summary>
    public required double Value { get; init; }

    /// <summary>One and the curves under the null that lie as far out, over one and all of them; ties count. Null without curves.</summary>
    public required double? PValue { get; init; }

    /// <summary>Number of curves under the null.</summary>
    public required int Replicates { get; init; }

    /// <summary>Universes that the test covers.</summary>
    public required int Universes { get; init; }

    /// <summary>
    /// The three tests: the sample's estimates and z values, and those of each curve under the null by universe and resample, NaN where a universe
    /// failed: it is then left out of that curve. What is significant is decided by these z values; Stouffer's are estimates over their spread under
    /// the null. Without a claimed sign curves count by their size: of the median, of the larger of the two shares, of the sum.
    /// </summary>
    internal static IReadOnlyList<CurveTest> Of((double[] Estimates, double[] Ratios) sample, (double[][] Estimates, double[][] Ratios) under, ClaimDirection sign, CurveNull kind) =>
        sample.Estimates.Length == 0 ? [] : [.. Enum.GetValues<CurveStatistic>().Select(statistic => Of(statistic, sample, under, sign, kind))];

    private static CurveTest Of(CurveStatistic statistic, (double[] Estimates, double[] Ratios) sample, (double[][] Estimates, double[][] Ratios) under, ClaimDirection sign, CurveNull kind)
    {
        var (values, drawn) = statistic switch
        {
            CurveStatistic.Median => (sample.Estimates, under.Estimates),
            CurveStatistic.Share => (sample.Ratios, under.Ratios),
            _ => Scaled(sample.Estimates, under.Estimates),
        };
        var value = Compute(statistic, values, sign);
        var count = drawn.Length == 0 ? 0 : drawn[0].Length;
        double[] curves = [.. Enumerable.Range(0, count).Select(b => Compute(statistic, Column(drawn, b), sign)).Where(double.IsFinite)];
        var observed = Tail.Of(sign, value);
        var noise = 1e-12 * Math.Abs(observed);
        return new()
        {
            Statistic = statistic,
            Null = kind,
            Value = value,
            Replicates = curves.Length,
            Universes = sample.Estimates.Length,
            PValue = curves.Length == 0 ? null : (1.0 + curves.Count(each => Tail.Of(sign, each) >= observed - noise)) / (curves.Length + 1),
        };
    }

    // z values by the spread under the null, the same in every curve.
    private static (double[] Values, double[][] Drawn) Scaled(double[] estimates, double[][] under)
    {
        double[] spread = [.. under.Select(row => row.Where(double.IsFinite).ToArray() is { Length: > 1 } known ? Univariate.StandardDeviation(known) : double.NaN)];
        return ([.. estimates.Zip(spread, (value, deviation) => value / deviation)], [.. under.Zip(spread, (row, deviation) => row.Select(value => value / deviation).ToArray())]);
    }

    private static double[] Column(double[][] rows, int b) => [.. rows.Select(row => row[b])];

    private static double Compute(CurveStatistic statistic, double[] values, ClaimDirection sign)
    {
        double[] known = [.. values.Where(double.IsFinite)];
        if (known.Length == 0)
            return double.NaN;
        return statistic switch
        {
            CurveStatistic.Median => Univariate.Median(known),
            CurveStatistic.Share => Share(known, sign),
            _ => known.Sum() / Math.Sqrt(known.Length),
        };
    }

    // A share of significant negative effects has a minus, so that all three statistics have the sign of the effects.
    private static double Share(double[] ratios, ClaimDirection sign)
    {
        var positive = ratios.Count(z => z > Limit) / (double)ratios.Length;
        var negative = ratios.Count(z => z < -Limit) / (double)ratios.Length;
        return sign == ClaimDirection.Negative || (sign == ClaimDirection.Nonzero && negative > positive) ? -negative : positive;
    }

    /// <summary>The null by the joint bootstrap: its draws less the estimates, over the standard errors.</summary>
    internal static IReadOnlyList<CurveTest> Recentred(JointDraws draws, ClaimDirection sign)
    {
        int[] tested = [.. Enumerable.Range(0, draws.Count).Where(s => draws.Errors[s] is not null)];
        double[] estimates = [.. tested.Select(s => draws.Estimates[s])], ratios = [.. tested.Select(s => draws.Ratio(s)!.Value)];
        double[][] centred = [.. tested.Select(s => draws.Draws(s).ToArray().Select(value => value - draws.Estimates[s]).ToArray())];
        double[][] scaled = [.. tested.Select((s, i) => centred[i].Select(value => value / draws.Errors[s]!.Value).ToArray())];
        return Of((estimates, ratios), (centred, scaled), sign, CurveNull.Recentred);
    }
}
