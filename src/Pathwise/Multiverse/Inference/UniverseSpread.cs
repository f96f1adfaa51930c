using Pathwise.Numerics;

namespace Pathwise.Multiverse.Inference;

/// <summary>How much the choices move an effect beside how much another sample would: standard deviation over universes, and the typical standard error in one.</summary>
/// <param name="Deviation">Standard deviation of the estimates over universes, divisor n - 1; null for fewer than two.</param>
/// <param name="TypicalError">Median of the universes' standard errors; null without any.</param>
[TypeFormatterSource]
public sealed record UniverseSpread(double? Deviation, double? TypicalError)
{
    /// <summary>The one over the other: above 1 the choices matter more than the sample.</summary>
    public double? Ratio => TypicalError is > 0 ? Deviation / TypicalError : null;

    internal static UniverseSpread Of(IReadOnlyList<double> estimates, IReadOnlyList<double?> errors)
    {
        double[] known = [.. errors.OfType<double>()];
        return new(estimates.Count < 2 ? null : Univariate.StandardDeviation([.. estimates]), known.Length == 0 ? null : Univariate.Median(known));
    }
}
