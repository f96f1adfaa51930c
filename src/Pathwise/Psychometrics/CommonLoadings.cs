using MathNet.Numerics.LinearAlgebra;

namespace Pathwise.Psychometrics;

/// <summary>Standardized loadings of a scale's responses on its factor, or why there are none.</summary>
internal readonly record struct CommonLoadings(double[]? Values, ResampleTrouble? Trouble)
{
    /// <summary>
    /// Of one factor by unweighted least squares of the correlations off the diagonal (minres), which is what ULS of a one-factor model of ordered items gives;
    /// fewer than three items do not determine it, which is no trouble of a resample.
    /// </summary>
    public static CommonLoadings OfOneFactor(Matrix<double> correlations)
    {
        if (correlations.Exists(double.IsNaN))
            return new(null, ResampleTrouble.ConstantItem);
        if (correlations.RowCount < 3)
            return new(null, null);
        var factor = FactorExtraction.Of(correlations, 1, ExtractionMethod.MinimumResidual);
        return factor switch
        {
            { HasConverged: false } => new(null, ResampleTrouble.NotConverged),
            { HasHeywoodCase: true } => new(null, ResampleTrouble.Improper),
            _ => new(factor.Loadings.Column(0).ToArray(), null),
        };
    }
}
