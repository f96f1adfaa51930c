using MathNet.Numerics.LinearAlgebra;

namespace Pathwise.Psychometrics;

/// <summary>Varimax by plane rotations of two factors at a time (Kaiser 1958).</summary>
internal static class VarimaxRotation
{
    private const int MaximumSweeps = 1000;
    private const double SmallestAngle = 1e-14;

    public static Matrix<double> Of(Matrix<double> loadings)
    {
        var rotated = loadings.Clone();
        for (var sweep = 0; sweep < MaximumSweeps && Sweep(rotated) > SmallestAngle; sweep++)
        {
        }

        return rotated;
    }

    private static double Sweep(Matrix<double> loadings)
    {
        double largest = 0;
        for (var a = 0; a < loadings.ColumnCount - 1; a++)
        {
            for (var b = a + 1; b < loadings.ColumnCount; b++)
                largest = Math.Max(largest, Math.Abs(Turn(loadings, a, b)));
        }

        return largest;
    }

    private static double Turn(Matrix<double> loadings, int a, int b)
    {
        double sumU = 0, sumV = 0, sumSquares = 0, sumProducts = 0;
        var p = loadings.RowCount;
        for (var i = 0; i < p; i++)
        {
            var u = (loadings[i, a] * loadings[i, a]) - (loadings[i, b] * loadings[i, b]);
            var v = 2 * loadings[i, a] * loadings[i, b];
            (sumU, sumV) = (sumU + u, sumV + v);
            sumSquares += (u * u) - (v * v);
            sumProducts += 2 * u * v;
        }

        var angle = Math.Atan2(sumProducts - (2 * sumU * sumV / p), sumSquares - (((sumU * sumU) - (sumV * sumV)) / p)) / 4;
        var (sine, cosine) = Math.SinCos(angle);
        for (var i = 0; i < p; i++)
        {
            (loadings[i, a], loadings[i, b]) =
                ((cosine * loadings[i, a]) + (sine * loadings[i, b]), (cosine * loadings[i, b]) - (sine * loadings[i, a]));
        }

        return angle;
    }
}
