using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.LinearAlgebra.Factorization;
using Pathwise.Numerics;
using Pathwise.Sem.Estimation;

namespace Pathwise.Sem.Inference;

/// <summary>
/// The cases of all groups and the derivatives of a model's moments in whitened coordinates (<see cref="WhitenedMoments"/>): rows of group g over sqrt n_g, slopes times
/// sqrt(n_g / N), so that U is a projection and G, the covariance matrix of the sample's moments whatever their distribution, the rows' product with themselves.
/// </summary>
internal sealed class ResidualSpace
{
    private ResidualSpace(WhitenedMoments[] groups, Matrix<double> basis, Matrix<double> triangle, Matrix<double>? free)
    {
        (Groups, Basis, Triangle, Free) = (groups, basis, triangle, free);
        (Size, Count) = (groups.Sum(group => group.Size), groups.Sum(group => group.Count));
        Rows = new double[Count * Size];
        int row = 0, column = 0;
        foreach (var group in groups)
        {
            for (var i = 0; i < group.Count; i++, row++)
                VectorKernels.AddScaled(1 / Math.Sqrt(group.Count), group.Cases.AsSpan(i * group.Size, group.Size), Rows.AsSpan((row * Size) + column, group.Size));
            column += group.Size;
        }
    }

    /// <summary>The groups.</summary>
    public WhitenedMoments[] Groups { get; }

    /// <summary>Number of coordinates of all groups, m.</summary>
    public int Size { get; }

    /// <summary>Number of cases of all groups, N.</summary>
    public int Count { get; }

    /// <summary>The cases, N x m row-major.</summary>
    public double[] Rows { get; }

    /// <summary>An orthonormal basis of the derivatives along the free directions, m x r.</summary>
    public Matrix<double> Basis { get; }

    /// <summary>The triangle that gives these derivatives from the basis, r x r.</summary>
    public Matrix<double> Triangle { get; }

    /// <summary>The directions that constraints leave free, t x r; null where that is all of them.</summary>
    public Matrix<double>? Free { get; }

    /// <summary>Of a fit to complete cases; null where implied covariances are not positive definite or the derivatives depend on each other.</summary>
    public static ResidualSpace? Of(FitResult fit)
    {
        WhitenedMoments[] groups = [.. Enumerable.Range(1, fit.Table.GroupCount).Select(group => WhitenedMoments.Of(fit, group)).OfType<WhitenedMoments>()];
        if (groups.Length < fit.Table.GroupCount || fit.Values.Count == 0)
            return null;
        var (slopes, row, t) = (Matrix<double>.Build.Dense(groups.Sum(group => group.Size), fit.Values.Count), 0, fit.Values.Count);
        foreach (var group in groups)
        {
            var share = Math.Sqrt((double)group.Count / fit.CaseCount);
            slopes.SetSubMatrix(row, 0, Matrix<double>.Build.Dense(group.Size, t, group.Slopes) * share);
            row += group.Size;
        }

        var free = ParameterCovariance.Basis(fit, []);
        slopes = free is null ? slopes : slopes * free;
        if (slopes.ColumnCount > slopes.RowCount)
            return null;
        var factors = slopes.QR(QRMethod.Thin);
        return factors.R.Diagonal().AbsoluteMinimum() < 1e-10 * factors.R.Diagonal().AbsoluteMaximum() ? null : new(groups, factors.Q, factors.R, free);
    }

    /// <summary>The cases less what lies along the derivatives, N x m row-major.</summary>
    public double[] Residuals()
    {
        var (r, basis) = (Basis.ColumnCount, Basis.ToRowMajorArray());
        double[] along = new double[Count * r], fitted = new double[Count * Size];
        FlatMatrix.Multiply(Rows, basis, along, Count, Size, r);
        FlatMatrix.MultiplyTransposed(along, basis, fitted, Count, r, Size);
        var result = (double[])Rows.Clone();
        VectorKernels.AddScaled(-1, fitted, result);
        return result;
    }
}
