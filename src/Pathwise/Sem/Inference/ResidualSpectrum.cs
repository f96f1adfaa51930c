using MathNet.Numerics.LinearAlgebra;
using Pathwise.Numerics;
using Pathwise.Sem.Estimation;

namespace Pathwise.Sem.Inference;

/// <summary>
/// The df eigenvalues of U G that are not zero by construction, U = W - W D (D' W D)^-1 D' W with normal-theory weights W and G the covariance matrix of the
/// sample's moments whatever their distribution: with large samples a chi-square of exact fit is a sum of chi-squares of one degree of freedom with these weights (Satorra and Bentler 1994).
/// </summary>
internal static class ResidualSpectrum
{
    /// <summary>The eigenvalues, falling; null where the information is singular.</summary>
    public static double[]? Of(FitResult raw)
    {
        var fit = raw.Working;
        var df = DegreesOfFreedom.Of(fit);
        Group[] groups = [.. Enumerable.Range(1, fit.Table.GroupCount).Select(group => Of(fit, group)).OfType<Group>()];
        var m = groups.Sum(group => group.Slopes.RowCount);
        if (groups.Length < fit.Table.GroupCount || df < 1 || df > m)
            return null;
        var (slopes, spread) = (Matrix<double>.Build.Dense(m, Math.Max(fit.Values.Count, 1)), Matrix<double>.Build.Dense(m, m));
        var row = 0;
        foreach (var group in groups)
        {
            slopes.SetSubMatrix(row, 0, group.Slopes);
            spread.SetSubMatrix(row, row, group.Spread);
            row += group.Slopes.RowCount;
        }

        return Projected(spread, ParameterCovariance.Basis(fit, []) is { } basis ? slopes * basis : slopes, m - df) is { } projected
            && SymmetricSpectrum.Of(projected.ToRowMajorArray(), m) is { } values ? [.. values.Take(df).Select(value => Math.Max(value, 0))] : null;
    }

    // With W = L L': L' D, each by the root of the group's share of the cases, and L' G L.
    private static Group? Of(FitResult fit, int group)
    {
        var saturated = SaturatedGroup.AtModel(fit, group);
        var weights = saturated.Information(Information.Expected);
        var m = weights.RowCount;
        var factor = weights.ToRowMajorArray();
        if (!Cholesky.TryFactor(factor, m))
            return null;
        var lower = Matrix<double>.Build.Dense(m, m, (i, j) => j <= i ? factor[(i * m) + j] : 0);
        var half = lower.Solve(saturated.Middle(CaseScores.FourthOrder));
        var share = Math.Sqrt((double)saturated.Count / fit.CaseCount);
        return new(lower.TransposeThisAndMultiply(saturated.Derivatives()) * share, lower.Solve(half.Transpose()));
    }

    // P S P with P = I - Q Q', Q an orthonormal basis of the slopes, which must be of so many dimensions.
    private static Matrix<double>? Projected(Matrix<double> spread, Matrix<double> slopes, int dimensions)
    {
        if (dimensions == 0)
            return spread;
        if (slopes.ColumnCount != dimensions)
            return null;
        var basis = slopes.QR(MathNet.Numerics.LinearAlgebra.Factorization.QRMethod.Thin);
        if (basis.R.Diagonal().AbsoluteMinimum() < 1e-10 * basis.R.Diagonal().AbsoluteMaximum())
            return null;
        var left = spread - (basis.Q * basis.Q.TransposeThisAndMultiply(spread));
        var both = left - (left * basis.Q * basis.Q.Transpose());
        return (both + both.Transpose()) / 2;
    }

    private sealed record Group(Matrix<double> Slopes, Matrix<double> Spread);
}
