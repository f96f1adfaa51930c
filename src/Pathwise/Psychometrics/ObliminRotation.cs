using MathNet.Numerics.LinearAlgebra;
using Pathwise.Numerics;

namespace Pathwise.Psychometrics;

/// <summary>
/// Direct quartimin by gradient projection (Jennrich 2002; Bernaards and Jennrich 2005), from the unrotated factors and from
/// random turns of them, since the criterion may have several minima; the lowest is kept.
/// </summary>
internal static class ObliminRotation
{
    private const int Starts = 10;
    private const int MaximumSteps = 5000;
    private const int MaximumHalvings = 40;
    private const double Tolerance = 1e-9;

    public static (Matrix<double> Loadings, Matrix<double> Correlations) Of(Matrix<double> loadings)
    {
        var best = Descend(loadings, Matrix<double>.Build.DenseIdentity(loadings.ColumnCount));
        for (var start = 1; start < Starts; start++)
        {
            var other = Descend(loadings, RandomTurn(loadings.ColumnCount, start));
            if (other.Value < best.Value - 1e-10)
                best = other;
        }

        return (Rotated(loadings, best.Turn), best.Turn.TransposeThisAndMultiply(best.Turn));
    }

    private static (Matrix<double> Turn, double Value) Descend(Matrix<double> loadings, Matrix<double> turn)
    {
        var step = 1.0;
        var (value, gradient) = Criterion(loadings, turn);
        for (var iteration = 0; iteration < MaximumSteps; iteration++)
        {
            var direction = gradient - Scale(turn, turn.PointwiseMultiply(gradient).ColumnSums());
            var length = direction.FrobeniusNorm();
            if (length < Tolerance || Step(loadings, turn, direction, value, length, 2 * step) is not { } next)
                break;
            (turn, value, gradient, step) = next;
        }

        return (turn, value);
    }

    // Halves the step until the criterion falls by as much as the gradient promises.
    private static (Matrix<double> Turn, double Value, Matrix<double> Gradient, double Step)? Step(
        Matrix<double> loadings, Matrix<double> turn, Matrix<double> direction, double value, double length, double step)
    {
        for (var halving = 0; halving < MaximumHalvings; halving++, step /= 2)
        {
            var trial = UnitColumns(turn - (direction * step));
            var (trialValue, gradient) = Criterion(loadings, trial);
            if (value - trialValue > 0.5 * length * length * step)
                return (trial, trialValue, gradient, step);
        }

        return null;
    }

    // Quartimin: the sum of products of squared loadings of different factors, over four; its gradient by the turn.
    private static (double Value, Matrix<double> Gradient) Criterion(Matrix<double> loadings, Matrix<double> turn)
    {
        var rotated = Rotated(loadings, turn);
        var squared = rotated.PointwiseMultiply(rotated);
        var others = squared * (Matrix<double>.Build.Dense(turn.RowCount, turn.RowCount, 1) - Matrix<double>.Build.DenseIdentity(turn.RowCount));
        var byLoadings = rotated.PointwiseMultiply(others);
        var gradient = -(rotated.TransposeThisAndMultiply(byLoadings) * turn.Inverse()).Transpose();
        return (squared.PointwiseMultiply(others).Enumerate().Sum() / 4, gradient);
    }

    private static Matrix<double> Rotated(Matrix<double> loadings, Matrix<double> turn) => loadings * turn.Inverse().Transpose();

    private static Matrix<double> UnitColumns(Matrix<double> matrix) => Scale(matrix, matrix.ColumnNorms(2).Map(norm => 1 / norm));

    private static Matrix<double> Scale(Matrix<double> matrix, Vector<double> factors) =>
        Matrix<double>.Build.Dense(matrix.RowCount, matrix.ColumnCount, (i, k) => matrix[i, k] * factors[k]);

    private static Matrix<double> RandomTurn(int size, int start)
    {
        var stream = RandomStream.For(0, start);
        return Matrix<double>.Build.Dense(size, size, (_, _) => stream.NextNormal()).QR().Q;
    }
}
