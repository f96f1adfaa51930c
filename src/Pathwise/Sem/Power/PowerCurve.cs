using Pathwise.Numerics;
using Pathwise.Sem.Effects;
using Pathwise.Sem.Intervals;

namespace Pathwise.Sem.Power;

/// <summary>Power studies of one population at several numbers of cases.</summary>
[TypeFormatterSource]
public sealed class PowerCurve
{
    internal PowerCurve(IEnumerable<PowerResult> results) => Results = [.. results.OrderBy(each => each.Options.Count)];

    /// <summary>One study for each number of cases, rising.</summary>
    public IReadOnlyList<PowerResult> Results { get; }

    /// <summary>The powers of an effect by a kind of interval, with the numbers of cases; without the studies that have none.</summary>
    public IReadOnlyList<(int Count, IntervalPower Power)> Of(Effect effect, bool isStandardized, IntervalKind kind) =>
    [
        .. from result in Results
           from each in result.Effects.Where(each => each.IsStandardized == isStandardized && each.Effect.Name == effect.Name && each.Effect.Group == effect.Group).Take(1)
           from power in each.Intervals.Where(interval => interval.Kind == kind)
           select (result.Options.Count, power),
    ];

    /// <summary>
    /// The number of cases at which an effect reaches a power: between the first two simulated numbers that enclose it, by the normal
    /// approximation, power = Phi(d sqrt(N) - z). Null where no two do: nothing is extrapolated.
    /// </summary>
    public int? CountFor(Effect effect, bool isStandardized, IntervalKind kind, double power)
    {
        var points = Of(effect, isStandardized, kind);
        for (var i = 0; i < points.Count; i++)
        {
            if (points[i].Power.Power < power)
                continue;
            return points[i].Power.Power == power ? points[i].Count : i == 0 ? null : Between(points[i - 1], points[i], power);
        }

        return null;
    }

    private static int Between((int Count, IntervalPower Power) below, (int Count, IntervalPower Power) above, double power)
    {
        // A share of 0 or 1 is taken as half a sample away from it.
        static double Normal(IntervalPower each) => NormalDistribution.Quantile(Math.Clamp(each.Power, 0.5 / each.Count, 1 - (0.5 / each.Count)));

        double low = Normal(below.Power), high = Normal(above.Power);
        var share = high > low ? Math.Clamp((NormalDistribution.Quantile(power) - low) / (high - low), 0, 1) : 1;
        var root = Math.Sqrt(below.Count) + (share * (Math.Sqrt(above.Count) - Math.Sqrt(below.Count)));
        return (int)Math.Ceiling((root * root) - 1e-9);
    }
}
