using Pathwise.Numerics;

namespace Pathwise.Multiverse.Inference;

/// <summary>
/// How far an effect moves with the choices (vibration of effects; Patel, Burford and Ioannidis 2015): from the first to the 99th percentile of the
/// universes, of the estimates and of -log10 p.
/// </summary>
[TypeFormatterSource]
public sealed record Vibration
{
    private static readonly double[] At = [0.01, 0.5, 0.99];

    /// <summary>First percentile, median and 99th percentile of the estimates; empty without universes.</summary>
    public required IReadOnlyList<double> Estimates { get; init => field = ValueList.Of(value); }

    /// <summary>The 99th percentile over the first; null where they differ in sign or one is zero.</summary>
    public required double? Ratio { get; init; }

    /// <summary>-log10 p at its 99th percentile less that at its first; null without p values.</summary>
    public required double? PValueRange { get; init; }

    /// <summary>True when the first and the 99th percentile lie on different sides of zero (the Janus effect).</summary>
    public required bool IsJanus { get; init; }

    /// <summary>Universes with a significant positive effect.</summary>
    public required int SignificantlyPositive { get; init; }

    /// <summary>Universes with a significant negative effect.</summary>
    public required int SignificantlyNegative { get; init; }

    /// <summary>Of estimates with their p values, null where there is none.</summary>
    internal static Vibration Of(IReadOnlyList<double> estimates, IReadOnlyList<double?> pValues, double alpha)
    {
        double[] spread = estimates.Count == 0 ? [] : Percentiles(estimates);
        double[] logs = [.. pValues.OfType<double>().Select(p => -Math.Log10(Math.Max(p, double.Epsilon)))];
        return new()
        {
            Estimates = spread,
            Ratio = spread.Length > 0 && spread[0] * spread[2] > 0 ? Larger(spread[2] / spread[0]) : null,
            PValueRange = logs.Length == 0 ? null : Percentiles(logs) is var at ? at[2] - at[0] : null,
            IsJanus = spread.Length > 0 && spread[0] < 0 && spread[2] > 0,
            SignificantlyPositive = estimates.Zip(pValues).Count(each => each.Second < alpha && each.First > 0),
            SignificantlyNegative = estimates.Zip(pValues).Count(each => each.Second < alpha && each.First < 0),
        };
    }

    // Of negative effects the first percentile is the larger in size.
    private static double Larger(double ratio) => Math.Max(ratio, 1 / ratio);

    private static double[] Percentiles(IReadOnlyList<double> values)
    {
        double[] sorted = [.. values.Order()];
        return [.. At.Select(p => Quantiles.Type7(sorted, p))];
    }
}
