using MathNet.Numerics.LinearAlgebra;
using Pathwise.Sem.Estimation;
using Pathwise.Sem.Inference;
using Pathwise.Sem.Moments;
using Pathwise.Sem.Specification;
using Xunit;

namespace Pathwise.Tests.Sem.Estimation;

public sealed class InformationInverseTests
{
    [Fact]
    public void Estimates_TwinsWithoutACommonPart_HaveLavaansErrorsAndNoneAtTheBoundary()
    {
        var fit = Twins(Information.Expected);
        var oracle = Edges.Of("twins_expected");
        Oracle.Near(oracle["chisq"].Number, fit.Test().Value, 1e-6);
        Oracle.Near(oracle["estimates"][0]["se"].Number, Row(fit, "a").StandardError, 1e-5);
        Oracle.Near(oracle["estimates"][2]["se"].Number, Row(fit, "e").StandardError, 1e-5);
        Assert.Null(Row(fit, "c").StandardError);
        Assert.Contains("nothing about c:", Assert.Single(fit.Warnings, warning => warning.Code == "no-information").Message, StringComparison.Ordinal);
        Assert.False(Edges.Warns(fit, "not-identified"));
    }

    [Fact]
    public void Estimates_TwinsWithObservedInformation_HaveLavaansErrors()
    {
        var fit = Twins(Information.Observed);
        var oracle = Edges.Of("twins_observed");
        Oracle.Near(oracle["estimates"][0]["se"].Number, Row(fit, "a").StandardError, 1e-5);
        Oracle.Near(oracle["estimates"][1]["se"].Number, Row(fit, "c").StandardError, 1e-5);
        Assert.False(Edges.Warns(fit, "no-information"));
    }

    [Fact]
    public void Of_NothingAboutOneParameter_TakesItAsFixed()
    {
        var inverse = InformationInverse.Of([4, 0, 1, 0, 1e-20, 0, 1, 0, 1], null, [1, 1, 1], new HashSet<int> { 1 });
        Assert.Equal([1], inverse.Dropped);

        // By hand: the inverse of (4 1; 1 1) is (1 -1; -1 4) / 3.
        Oracle.Near([1 / 3.0, 0, -1 / 3.0, 0, 0, 0, -1 / 3.0, 0, 4 / 3.0], inverse.Matrix!.ToRowMajorArray(), 1e-12);
    }

    private static Estimate Row(FitResult fit, string label) => fit.Estimates().First(row => row.Label == label);

    private static FitResult Twins(Information information)
    {
        SampleMoments Pairs(string group, int count, double[] values) => SampleMoments.OfCovariance(["t1", "t2"], Matrix<double>.Build.Dense(2, 2, values), count, group: group);
        return ModelSpecification.Parse(Edges.Of("twins_expected")["model"].Text).Fit(
            [Pairs("MZ", 200, [1.02, .74, .74, .98]), Pairs("DZ", 220, [1.01, .31, .31, 1.03])],
            new EstimationOptions { Information = information });
    }
}
