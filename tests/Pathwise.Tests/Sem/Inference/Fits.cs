using MathNet.Numerics.LinearAlgebra;
using Pathwise.Sem.Estimation;
using Pathwise.Sem.Specification;
using Pathwise.Tests.Sem.Resampling;

namespace Pathwise.Tests.Sem.Inference;

/// <summary>Fits to six simulated variables, and what is known of their moments without any model.</summary>
internal static class Fits
{
    public const string Factors = "f =~ x1 + x2 + x3\ng =~ x4 + x5 + x6";

    public static FitResult Of(string syntax, Estimator estimator = Estimator.ML, ModelOptions? options = null, int n = 80) =>
        Simulated.Table(syntax, options).Fit(Samples.Blocks(n), new EstimationOptions { Estimator = estimator });

    /// <summary>Covariances, m x m, of a case's products of deviations, lower triangle row by row: the fourth-order moments, by definition.</summary>
    public static Matrix<double> FourthOrder(FitResult fit)
    {
        var cases = fit.Sample[0].Cases!;
        var (n, p) = (cases.RowCount, cases.ColumnCount);
        double[] means = [.. Enumerable.Range(0, p).Select(j => cases.Column(j).Average())];
        double[][] products = [.. Enumerable.Range(0, n).Select(c => Lower(p).Select(at => (cases[c, at.I] - means[at.I]) * (cases[c, at.J] - means[at.J])).ToArray())];
        var m = products[0].Length;
        double[] centre = [.. Enumerable.Range(0, m).Select(k => products.Average(row => row[k]))];
        return Matrix<double>.Build.Dense(m, m, (a, b) => products.Average(row => (row[a] - centre[a]) * (row[b] - centre[b])));
    }

    /// <summary>The same of normal cases: s_ik s_jl + s_il s_jk (Browne 1974).</summary>
    public static Matrix<double> Normal(Matrix<double> s)
    {
        (int I, int J)[] at = [.. Lower(s.RowCount)];
        return Matrix<double>.Build.Dense(at.Length, at.Length, (a, b) =>
            (s[at[a].I, at[b].I] * s[at[a].J, at[b].J]) + (s[at[a].I, at[b].J] * s[at[a].J, at[b].I]));
    }

    public static Vector<double> Lower(Matrix<double> s) => Vector<double>.Build.DenseOfEnumerable(Lower(s.RowCount).Select(at => s[at.I, at.J]));

    /// <summary>U = W - W D (D' W D)^-1 D' W.</summary>
    public static Matrix<double> Left(Matrix<double> weights, Matrix<double> derivatives)
    {
        var slopes = weights * derivatives;
        return weights - (slopes * derivatives.TransposeThisAndMultiply(slopes).Inverse() * slopes.Transpose());
    }

    public static void Near(Matrix<double> expected, Matrix<double> actual, double tolerance) =>
        Oracle.Near(expected.ToRowMajorArray(), actual.ToRowMajorArray(), tolerance);

    private static IEnumerable<(int I, int J)> Lower(int p) => from i in Enumerable.Range(0, p) from j in Enumerable.Range(0, i + 1) select (i, j);
}
