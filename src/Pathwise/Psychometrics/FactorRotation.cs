using MathNet.Numerics.LinearAlgebra;

namespace Pathwise.Psychometrics;

/// <summary>Rotated p x m loadings and the m x m correlations of the factors.</summary>
internal sealed record FactorRotation(Matrix<double> Loadings, Matrix<double> Correlations)
{
    private const double PromaxPower = 4;

    /// <summary>Rotates loadings; varimax and oblimin give every item the same weight (Kaiser's normalization).</summary>
    public static FactorRotation Of(Matrix<double> loadings, Rotation rotation)
    {
        var identity = Matrix<double>.Build.DenseIdentity(loadings.ColumnCount);
        if (rotation == Rotation.None || loadings.ColumnCount < 2)
            return new(loadings, identity);
        return rotation switch
        {
            Rotation.Varimax => new(Normalized(loadings, VarimaxRotation.Of), identity),
            Rotation.Promax => Promax(Normalized(loadings, VarimaxRotation.Of)),
            _ => Oblimin(loadings),
        };
    }

    /// <summary>Factors in the order of the variance that they account for, each with a positive sum of loadings.</summary>
    public FactorRotation Ordered()
    {
        var m = Loadings.ColumnCount;
        var order = Enumerable.Range(0, m).OrderByDescending(k => Loadings.Column(k).DotProduct(Loadings.Column(k))).ToArray();
        var sign = order.Select(k => Loadings.Column(k).Sum() < 0 ? -1.0 : 1.0).ToArray();
        return new(
            Matrix<double>.Build.Dense(Loadings.RowCount, m, (i, k) => sign[k] * Loadings[i, order[k]]),
            Matrix<double>.Build.Dense(m, m, (i, k) => sign[i] * sign[k] * Correlations[order[i], order[k]]));
    }

    private static Matrix<double> Normalized(Matrix<double> loadings, Func<Matrix<double>, Matrix<double>> rotate)
    {
        var lengths = Lengths(loadings);
        var rotated = rotate(Scaled(loadings, i => 1 / lengths[i]));
        return Scaled(rotated, i => lengths[i]);
    }

    private static FactorRotation Oblimin(Matrix<double> loadings)
    {
        var lengths = Lengths(loadings);
        var (rotated, correlations) = ObliminRotation.Of(Scaled(loadings, i => 1 / lengths[i]));
        return new(Scaled(rotated, i => lengths[i]), correlations);
    }

    // The transformation that comes nearest to the target, scaled to factors of variance one.
    private static FactorRotation Promax(Matrix<double> varimax)
    {
        var target = varimax.Map(value => value * Math.Pow(Math.Abs(value), PromaxPower - 1));
        var transformation = varimax.TransposeThisAndMultiply(varimax).Solve(varimax.TransposeThisAndMultiply(target));
        var scale = transformation.TransposeThisAndMultiply(transformation).Inverse().Diagonal().PointwiseSqrt();
        var scaled = Matrix<double>.Build.Dense(transformation.RowCount, transformation.ColumnCount, (i, k) => transformation[i, k] * scale[k]);
        var inverse = scaled.Inverse();
        return new(varimax * scaled, inverse * inverse.Transpose());
    }

    // An item without any loading keeps its zeros.
    private static double[] Lengths(Matrix<double> loadings) =>
        loadings.EnumerateRows().Select(row => row.L2Norm() is > 0 and var length ? length : 1).ToArray();

    private static Matrix<double> Scaled(Matrix<double> loadings, Func<int, double> factor) =>
        loadings.MapIndexed((i, _, value) => value * factor(i), Zeros.Include);
}
