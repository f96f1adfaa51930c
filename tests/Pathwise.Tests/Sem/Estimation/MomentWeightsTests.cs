using Pathwise.Sem.Estimation;
using Pathwise.Sem.Evaluation;
using Pathwise.Sem.Moments;
using Pathwise.Sem.Specification;
using Pathwise.Tables;
using Xunit;

namespace Pathwise.Tests.Sem.Estimation;

public sealed class MomentWeightsTests
{
    private static readonly string Folder = Repository.Fixture("lavaan", "ordinal", "s08_continuous");
    private static readonly DataTable Data = DataTable.Read(Path.Combine(Folder, "data.csv"));
    private static readonly ModelSpecification Model = ModelSpecification.Read(Path.Combine(Folder, "model.lav"));

    [Fact]
    public void Of_EachKind_IsInTheOrderOfTheMoments()
    {
        var sample = Data.Samples(["a1", "b1"])[0];
        var fourth = sample.FourthOrder(true);
        double[] ones = [1, 1, 1, 1, 1];
        Assert.Equal(ones, MomentWeights.Of(ResponseWeighting.Unweighted, sample, true).Times(ones));
        Assert.Equal(Enumerable.Range(0, 5).Select(k => 1 / fourth.Asymptotic[k * 6]), MomentWeights.Of(ResponseWeighting.Diagonal, sample, true).Times(ones));
        Assert.Equal(Enumerable.Range(0, 5).Select(k => fourth.Inverse![k * 6]), Enumerable.Range(0, 5).Select(k => Unit(MomentWeights.Of(ResponseWeighting.Full, sample, true), k)[k]));
    }

    [Fact]
    public void Fit_FewerCasesThanMoments_HasNoFullWeightsAndIsWarnedOfOthers()
    {
        var few = Data.Cases([.. Enumerable.Range(0, 30)]);
        var mistake = Assert.Throws<InputException>(() => Model.Fit(few, new() { Estimator = Estimator.WLS }));
        Assert.Contains("30 cases, and full weighted least squares (WLS) needs the inverse of the asymptotic covariance of 55 moments", mistake.Message, StringComparison.Ordinal);
        Assert.Contains(Model.Fit(few, new() { Estimator = Estimator.WLSMV }).Warnings, warning => warning.Code == "more-statistics-than-cases");
    }

    [Fact]
    public void Fit_MomentsAlone_AreRefused()
    {
        var sample = Data.Samples(Model.ObservedVariables)[0];
        var moments = SampleMoments.OfCovariance(sample.Names, sample.Covariance, sample.Count);
        foreach (var estimator in new[] { Estimator.WLS, Estimator.DWLS, Estimator.WLSMV, Estimator.ULSMVS, Estimator.MLMV })
            Assert.Contains($"{estimator} needs the cases themselves", Assert.Throws<InputException>(() => Model.Fit(moments, new() { Estimator = estimator })).Message, StringComparison.Ordinal);
    }

    // Unlike normal-theory least squares, whatever the units: weights follow from the data.
    [Fact]
    public void Fit_OtherUnits_HasTheSameTest()
    {
        var (plain, scaled) = (Data.Samples(Model.ObservedVariables)[0], Data.Samples(Model.ObservedVariables)[0]);
        var other = SampleMoments.OfCases(scaled.Names, scaled.Cases! * 8, Divisor.CountLessOne);
        foreach (var estimator in new[] { Estimator.WLS, Estimator.WLSMV, Estimator.MLMVS })
            Oracle.Near(Model.Fit(plain, new() { Estimator = estimator }).Indices().ChiSquare!.Value, Model.Fit(other, new() { Estimator = estimator }).Indices().ChiSquare, 1e-8);
    }

    private static double[] Unit(ResponseWeights weights, int k)
    {
        var row = new double[5];
        row[k] = 1;
        return weights.Times(row);
    }
}
