using MathNet.Numerics.LinearAlgebra;

namespace Pathwise.Psychometrics;

/// <summary>
/// Principal axis factoring (Thomson 1934): the axes of the correlations with communalities in the diagonal give communalities anew, from
/// squared multiple correlations on until they stay.
/// </summary>
internal static class PrincipalAxes
{
    private const int MaximumSteps = 20_000;
    private const double Tolerance = 1e-10;

    /// <summary>Unrotated factors of p items; they have not converged where a communality exceeds one (a Heywood case).</summary>
    public static FactorExtraction Of(Matrix<double> correlation, int factors)
    {
        var communalities = MultipleCorrelation.Squared(correlation);
        var loadings = PrincipalLoadings.Of(Reduced(correlation, communalities), factors);
        var isStill = false;
        for (var step = 0; step < MaximumSteps && !isStill && communalities.All(value => value < 1); step++)
        {
            var next = Communalities(loadings);
            isStill = next.Zip(communalities, (a, b) => Math.Abs(a - b)).Max() < Tolerance;
            communalities = next;
            loadings = PrincipalLoadings.Of(Reduced(correlation, communalities), factors);
        }

        var uniquenesses = Array.ConvertAll(communalities, value => 1 - value);
        return new FactorExtraction
        {
            Loadings = loadings,
            Uniquenesses = uniquenesses,
            Discrepancy = SquaredResiduals(correlation, loadings),
            HasConverged = isStill && uniquenesses.All(value => value > 0),
        };
    }

    private static Matrix<double> Reduced(Matrix<double> correlation, double[] communalities)
    {
        var reduced = correlation.Clone();
        reduced.SetDiagonal(communalities);
        return reduced;
    }

    private static double[] Communalities(Matrix<double> loadings) => [.. loadings.EnumerateRows().Select(row => row.DotProduct(row))];

    private static double SquaredResiduals(Matrix<double> correlation, Matrix<double> loadings)
    {
        var residual = correlation - (loadings * loadings.Transpose());
        residual.SetDiagonal(new double[correlation.RowCount]);
        return residual.Enumerate().Sum(value => value * value) / 2;
    }
}
