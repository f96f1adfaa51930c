using MathNet.Numerics.LinearAlgebra;
using Pathwise.Numerics;
using Pathwise.Sem.Estimation;
using Xunit;

namespace Pathwise.Tests.Sem.Estimation;

/// <summary>Steps within bounds against the best of all choices of bounds that hold, one by one.</summary>
public sealed class BoundedStepTests
{
    [Theory]
    [InlineData(1, 4, 4)]
    [InlineData(2, 5, 5)]
    [InlineData(3, 6, 6)]
    [InlineData(4, 5, 3)]
    [InlineData(5, 6, 4)]
    public void Step_WithinBounds_IsTheBestOfAllActiveSets(int seed, int parameters, int directions)
    {
        for (var round = 0; round < 40; round++)
        {
            var random = RandomStream.For(seed, round);
            double Next() => (2 * random.NextUniform()) - 1;
            var basis = parameters == directions ? null : Matrix<double>.Build.Dense(parameters, directions, (_, _) => Next());
            var root = Matrix<double>.Build.Dense(directions, directions, (_, _) => Next());
            var hessian = (root * root.Transpose()) + (0.1 * Matrix<double>.Build.DenseIdentity(directions));
            double[] slopes = [.. Enumerable.Range(0, directions).Select(_ => 3 * Next())], point = [.. Enumerable.Range(0, parameters).Select(_ => Next())];
            double[] lower = [.. point.Select(x => Next() > 0.6 ? double.NegativeInfinity : x - Math.Max(0, Next()))], upper = [.. point.Select(x => Next() > 0.6 ? double.PositiveInfinity : x + Math.Max(0, Next()))];
            var factor = hessian.ToRowMajorArray();
            Assert.True(Cholesky.TryFactor(factor, directions));
            var step = new BoundedStep(factor, basis, new(lower, upper), point).Solve(slopes)!;
            var whole = basis ?? Matrix<double>.Build.DenseIdentity(parameters);
            var move = whole * Vector<double>.Build.Dense(step);
            for (var i = 0; i < parameters; i++)
                Assert.InRange(point[i] + move[i], lower[i] - 1e-10, upper[i] + 1e-10);
            Assert.Equal(Best(whole, hessian, Vector<double>.Build.Dense(slopes), point, lower, upper), Value(hessian, Vector<double>.Build.Dense(slopes), Vector<double>.Build.Dense(step)), 1e-9);
        }
    }

    [Fact]
    public void Step_WhereEqualitiesLeaveNothingWithinTheBounds_IsNone()
    {
        var basis = Matrix<double>.Build.Dense(2, 1, 1);
        Assert.Null(new BoundedStep([1], basis, new([0, 2], [1, 3]), [0.5, 0.5]).Solve([0]));
        Assert.Equal(1.0, new BoundedStep([1], basis, new([0, 1.5], [2, 3]), [0.5, 0.5]).Solve([0])![0], 12);
    }

    private static double Value(Matrix<double> hessian, Vector<double> slopes, Vector<double> step) => (slopes * step) + (step * (hessian * step) / 2);

    // Every choice of a bound, or none, for each parameter: the minimum on it, where it is within the others.
    private static double Best(Matrix<double> whole, Matrix<double> hessian, Vector<double> slopes, double[] point, double[] lower, double[] upper)
    {
        var (t, r, best) = (whole.RowCount, whole.ColumnCount, double.PositiveInfinity);
        for (var code = 0; code < (int)Math.Pow(3, t); code++)
        {
            int[] sides = [.. Enumerable.Range(0, t).Select(i => code / (int)Math.Pow(3, i) % 3)], held = [.. Enumerable.Range(0, t).Where(i => sides[i] > 0)];
            double Bound(int i) => sides[i] == 1 ? lower[i] : upper[i];
            if (held.Length > r || held.Any(i => double.IsInfinity(Bound(i))))
                continue;
            var system = Matrix<double>.Build.Dense(r + held.Length, r + held.Length);
            var right = Vector<double>.Build.Dense(r + held.Length);
            system.SetSubMatrix(0, 0, hessian);
            right.SetSubVector(0, r, -slopes);
            for (var k = 0; k < held.Length; k++)
            {
                system.SetSubMatrix(r + k, 0, whole.Row(held[k]).ToRowMatrix());
                system.SetSubMatrix(0, r + k, whole.Row(held[k]).ToColumnMatrix());
                right[r + k] = Bound(held[k]) - point[held[k]];
            }

            if (Math.Abs(system.Determinant()) < 1e-12)
                continue;
            var step = system.Solve(right).SubVector(0, r);
            var move = whole * step;
            if (Enumerable.Range(0, t).All(i => point[i] + move[i] >= lower[i] - 1e-9 && point[i] + move[i] <= upper[i] + 1e-9))
                best = Math.Min(best, Value(hessian, slopes, step));
        }

        return best;
    }
}
