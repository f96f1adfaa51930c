using MathNet.Numerics.LinearAlgebra;
using Pathwise.Numerics;

namespace Pathwise.Psychometrics;

/// <summary>
/// The criterion of factor extraction as a function of the uniquenesses alone, the loadings being optimal for them, with
/// gradient and approximate Hessian (Joreskog 1977). Maximum likelihood takes logarithms of the uniquenesses.
/// </summary>
internal sealed class FactorCriterion(Matrix<double> correlation, int factors, ExtractionMethod method)
{
    private readonly int p = correlation.RowCount;

    private bool IsLikelihood => method == ExtractionMethod.MaximumLikelihood;

    public double Parameter(double uniqueness) => IsLikelihood ? Math.Log(uniqueness) : uniqueness;

    public double Uniqueness(double parameter) => IsLikelihood ? Math.Exp(parameter) : parameter;

    public Point At(double[] x)
    {
        var eigen = Decompose(x);
        var rest = Enumerable.Range(factors, p - factors).ToArray();
        var gradient = new double[p];
        double value = 0;
        foreach (var m in rest)
        {
            var e = eigen.Values[m];
            value += IsLikelihood ? e - Math.Log(e) - 1 : e * e / 2;
            for (var i = 0; i < p; i++)
                gradient[i] += (IsLikelihood ? 1 - e : -e) * Square(eigen.Vectors[(m * p) + i]);
        }

        // Exact where the model fits: the square of each product of the remaining eigenvectors.
        var hessian = Matrix<double>.Build.Dense(p, p, (i, j) =>
            Square(rest.Sum(m => eigen.Vectors[(m * p) + i] * eigen.Vectors[(m * p) + j])));
        return new Point(value, gradient, hessian);
    }

    public Matrix<double> Loadings(double[] x)
    {
        var eigen = Decompose(x);
        return Matrix<double>.Build.Dense(p, factors, (i, m) =>
        {
            var scale = IsLikelihood
                ? Math.Sqrt(Uniqueness(x[i]) * Math.Max(eigen.Values[m] - 1, 0))
                : Math.Sqrt(Math.Max(eigen.Values[m], 0));
            return scale * eigen.Vectors[(m * p) + i];
        });
    }

    private SymmetricEigen Decompose(double[] x)
    {
        var reduced = new double[p * p];
        for (var i = 0; i < p; i++)
        {
            for (var j = 0; j < p; j++)
            {
                reduced[(i * p) + j] = IsLikelihood
                    ? correlation[i, j] / Math.Sqrt(Uniqueness(x[i]) * Uniqueness(x[j]))
                    : correlation[i, j] - (i == j ? x[i] : 0);
            }
        }

        return SymmetricEigen.Of(reduced, p);
    }

    private static double Square(double value) => value * value;

    internal sealed record Point(double Value, double[] Gradient, Matrix<double> Hessian);
}
