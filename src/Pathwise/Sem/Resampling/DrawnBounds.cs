using Pathwise.Sem.Compiled;
using Pathwise.Sem.Effects;
using Pathwise.Sem.Estimation;

namespace Pathwise.Sem.Resampling;

/// <summary>
/// The bounds of drawn samples, each by its own variances. A minimum without bounds that is within them is one with bounds; where it is not, the general
/// path looks for another. One worker's; a question allocates nothing.
/// </summary>
internal sealed class DrawnBounds
{
    private readonly FitResult fit;
    private readonly BoundsDesign design;
    private readonly FullRefit general;
    private readonly double[][] variances;
    private readonly Box box;

    private DrawnBounds(FitResult fit, FullRefit general, BoundsDesign design)
    {
        (this.fit, this.general, this.design) = (fit, general, design);
        variances = [.. fit.Sample.Select(sample => new double[sample.Names.Count])];
        box = new(new double[design.Count], new double[design.Count]);
    }

    /// <summary>The bounds of a fit's samples; null where it has none.</summary>
    public static DrawnBounds? Of(FitResult fit, FullRefit general) => BoundsDesign.Of(fit.Table, fit.Options.Bounds) is { } design ? new(fit, general, design) : null;

    /// <summary>The discrepancy of the last fit of the general path.</summary>
    public double Discrepancy => general.Discrepancy;

    /// <summary>True when estimates that were found without bounds are within those of their sample.</summary>
    public bool Contain(DrawnSample sample, ReadOnlySpan<double> values)
    {
        for (var g = 0; g < variances.Length; g++)
        {
            for (var i = 0; i < variances[g].Length; i++)
                variances[g][i] = sample.Groups[g].Covariance[i * (variances[g].Length + 1)];
        }

        design.Write(g => variances[g], box.Lower, box.Upper);
        return box.Contains(values);
    }

    /// <summary>Fits a sample within its bounds.</summary>
    public FitStatus Fit(DrawnSample sample, EstimateSpans target) => general.FitMoments(sample.Moments, target);
}
