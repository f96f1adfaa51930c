using MathNet.Numerics.LinearAlgebra;
using Pathwise.Sem.Estimation;
using Pathwise.Sem.Moments;
using Pathwise.Sem.Specification;
using Pathwise.Tests.Sem.Parity;
using Xunit;

namespace Pathwise.Tests.Sem.Estimation;

public sealed class LostCategoriesTests
{
    [Fact]
    public void Restore_NothingLost_IsTheResampleItself()
    {
        var sample = OrdinalCase.Read("s06_mediation/wlsmv").Fit().Sample[0];
        Assert.Same(sample, LostCategories.Restore(sample, sample));
    }

    // Categories 1 to 5 of a, of which 1, 3 and 5 are lost: thresholds 2|3 and 3|4 of the original coincide, those outside lie beyond.
    [Fact]
    public void Restore_LostCategories_LeaveTheOthersAtTheirPlaces()
    {
        var original = Sample([[1, 2, 3, 4, 5], null, [0, 1]], [[-1.2, -0.4, 0.5, 1.5], null, [0.1]], [-1.2, -0.4, 0.5, 1.5, -7, 0.1, 2, 0.3, 0.4, 0.5]);
        var resample = Sample([[2, 4], null, [0, 1]], [[0.2], null, [0.3]], [0.2, -8, 0.3, 3, 0.6, 0.7, 0.8]);
        var restored = LostCategories.Restore(resample, original).Responses!;
        Assert.Equal([-4.0, 0.2, 0.2, 4, -8, 0.3, 3, 0.6, 0.7, 0.8], restored.Values);
        Assert.Equal([-4.0, 0.2, 0.2, 4], restored.Thresholds[0]!);
        var asymptotic = Matrix<double>.Build.DenseOfRowMajor(10, 10, restored.Asymptotic);

        // The k-th statistic of the resample has the variance 10 + k, and 0.01 with every other.
        Assert.Equal([1.0, 10, 1, 1, 11, 12, 13, 14, 15, 16], asymptotic.Diagonal());
        Assert.Equal([0, 0.01, 0, 0, 0.01, 0.01, 0.01, 0.01, 0.01, 16], asymptotic.Row(9));
    }

    // A resample of the study's answers that has lost categories: the other estimates are those of the model with the thresholds that are there.
    [Fact]
    public void FitReplicate_LostCategories_GivesTheOtherEstimatesOfAFitByItself()
    {
        var fit = OrdinalCase.Read("s03_study92/wlsmv").Fit();
        var cases = fit.Sample[0].Cases!;
        var kept = Enumerable.Range(0, cases.RowCount).Where(i => cases[i, 0] < 7 && cases[i, 5] > 1).ToArray();
        var resample = SampleMoments.OfCases(fit.Sample[0].Names, Matrix<double>.Build.DenseOfRowVectors(kept.Select(cases.Row)), Divisor.CountLessOne);
        var replicate = ModelFitting.FitReplicate(fit, [resample]);
        var alone = ModelSpecification.Read(Repository.Fixture("lavaan", "ordinal", "s03_study92", "model.lav"))
            .Fit(resample, new() { Estimator = Estimator.WLSMV }, new() { Ordered = ["all"] });
        Assert.True(alone.Values.Count < replicate.Values.Count);
        Oracle.Near(alone.Discrepancy, replicate.Discrepancy, 1e-10);
        foreach (var row in alone.Table.Rows.Where(row => row.IsFree && row.Operator != Operator.Threshold))
        {
            var same = fit.Table.Rows.Single(each => (each.Lhs, each.Operator, each.Rhs) == (row.Lhs, row.Operator, row.Rhs));
            Oracle.Near(alone.Values[row.Free - 1], replicate.Values[same.Free - 1], 1e-6);
        }
    }

    private static SampleMoments Sample(double[]?[] categories, double[]?[] thresholds, double[] values)
    {
        string[] names = ["a", "x", "b"];
        var q = values.Length;
        var asymptotic = Matrix<double>.Build.Dense(q, q, (i, j) => i == j ? 10 + i : 0.01);
        return SampleMoments.OfCovariance(names, Matrix<double>.Build.DenseIdentity(3), 50).WithResponses(
            Matrix<double>.Build.DenseIdentity(3), Vector<double>.Build.Dense(3), new(categories, thresholds, values, () => asymptotic, () => null, () => []));
    }
}
