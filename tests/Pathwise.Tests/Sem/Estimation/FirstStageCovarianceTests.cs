using MathNet.Numerics.LinearAlgebra;
using Pathwise.Numerics;
using Pathwise.Sem.Estimation;
using Pathwise.Sem.Moments;
using Xunit;

namespace Pathwise.Tests.Sem.Estimation;

/// <summary>The asymptotic covariance of a first stage, against second differences of the observed values' likelihood and outer products of first ones.</summary>
public sealed class FirstStageCovarianceTests
{
    private static readonly string[] Names = ["a", "b", "c"];

    private static SampleMoments Sample { get; } = SampleMoments.OfCases(Names, Cases(), Divisor.Count);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Of_ThreeVariables_IsTheInverseOfDifferencesOfTheLikelihood(bool isRobust)
    {
        var stage = FirstStage.Of(Sample, 3);
        var (at, width) = (Values(stage), 1e-3);
        var m = at.Length;
        var information = Matrix<double>.Build.Dense(m, m, (i, j) => -Difference(i, j));
        var scores = Matrix<double>.Build.Dense(Sample.Count, m, (row, i) => (Case(Moved(i, width), row) - Case(Moved(i, -width), row)) / (2 * width));
        var inverse = information.Inverse() * Sample.Count;
        var expected = isRobust ? inverse * (scores.TransposeThisAndMultiply(scores) / Sample.Count) * inverse : inverse;
        var own = FirstStageCovariance.Of(stage, new(isRobust, Information.Observed))!;
        for (var k = 0; k < own.Length; k++)
            Oracle.Near(expected[k / m, k % m], own[k], 5e-5);

        double Difference(int i, int j) => (All(Moved(i, width, j, width)) - All(Moved(i, width, j, -width)) - All(Moved(i, -width, j, width)) + All(Moved(i, -width, j, -width))) / (4 * width * width);
        double All(double[] values) => Enumerable.Range(0, Sample.Count).Sum(row => Case(values, row));
        double[] Moved(int i, double by, int j = 0, double other = 0)
        {
            double[] moved = [.. at];
            moved[i] += by;
            moved[j] += other;
            return moved;
        }
    }

    [Fact]
    public void Of_FewerVariablesKept_IsTheirPartOfAll()
    {
        var kind = new FirstStageKind(false, Information.Observed);
        double[] all = FirstStageCovariance.Of(FirstStage.Of(Sample, 3), kind)!, part = FirstStageCovariance.Of(FirstStage.Of(Sample, 2), kind)!;
        int[] at = [0, 1, 2, 6, 7];
        Assert.Equal([.. from i in at from j in at select all[(i * 9) + j]], part);
    }

    [Fact]
    public void Of_CompleteCases_IsThatOfNormalTheory()
    {
        var complete = SampleMoments.OfCases(Names, Cases().Map(value => double.IsNaN(value) ? 0.5 : value), Divisor.Count);
        var expected = Matrix<double>.Build.DenseOfRowMajor(9, 9, MomentHessian.Of(complete, complete, MomentVector.Whole(Names))).Inverse().ToRowMajorArray();
        foreach (var information in Enum.GetValues<Information>())
        {
            foreach (var (value, own) in expected.Zip(FirstStageCovariance.Of(FirstStage.Of(complete, 3), new(false, information))!))
                Oracle.Near(value, own, 1e-9);
        }
    }

    [Fact]
    public void Of_PairThatIsNeverSeenTogether_IsNull()
    {
        var cases = Cases().MapIndexed((row, i, value) => i == row % 2 ? double.NaN : value, Zeros.Include);
        Assert.Null(FirstStageCovariance.Of(FirstStage.Of(SampleMoments.OfCases(Names, cases, Divisor.Count), 3), new(false, Information.Observed)));
    }

    private static double[] Values(FirstStage stage) => [.. MomentVector.Whole(Names).Values(stage.Search.Moments.Covariance, stage.Search.Moments.Means)];

    // The log-likelihood of the values that a case has, from three means after six covariances.
    private static double Case(double[] values, int row)
    {
        int[] seen = [.. Enumerable.Range(0, 3).Where(i => !double.IsNaN(Sample.Cases![row, i]))];
        var sigma = Matrix<double>.Build.Dense(seen.Length, seen.Length, (i, j) => values[MomentVector.PositionOfCovariance(seen[i], seen[j])]);
        var away = Vector<double>.Build.Dense(seen.Length, i => Sample.Cases![row, seen[i]] - values[6 + seen[i]]);
        return -(Math.Log(sigma.Determinant()) + (away * sigma.Inverse() * away)) / 2;
    }

    private static Matrix<double> Cases()
    {
        var stream = RandomStream.For(17, 0);
        var cases = Matrix<double>.Build.Dense(60, 3);
        for (var row = 0; row < 60; row++)
        {
            var common = NormalDistribution.Quantile(stream.NextUniform());
            for (var i = 0; i < 3; i++)
                cases[row, i] = common + NormalDistribution.Quantile(stream.NextUniform());
        }

        return cases.MapIndexed((row, i, value) => (row + i) % 4 == 0 ? double.NaN : value, Zeros.Include);
    }
}
