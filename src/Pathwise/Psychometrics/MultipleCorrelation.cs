using MathNet.Numerics.LinearAlgebra;

namespace Pathwise.Psychometrics;

/// <summary>How well each variable is predicted by all the others.</summary>
internal static class MultipleCorrelation
{
    /// <summary>Squared multiple correlations, from the inverse of the correlations: 1 - 1 / r(ii).</summary>
    public static double[] Squared(Matrix<double> correlation) =>
        Inverse(correlation).Diagonal().Select(inflation => 1 - (1 / inflation)).ToArray();

    /// <summary>The inverse of a correlation matrix; one that is singular is an <see cref="InputException"/>.</summary>
    public static Matrix<double> Inverse(Matrix<double> correlation)
    {
        try
        {
            return correlation.Cholesky().Solve(Matrix<double>.Build.DenseIdentity(correlation.RowCount));
        }
        catch (ArgumentException problem)
        {
            throw new InputException("The correlations are singular: some variable is a sum of others, or there are more variables than cases.", problem);
        }
    }
}
