using Pathwise.Sem.Estimation;
using Pathwise.Sem.Evaluation;
using Pathwise.Sem.Specification;
using Pathwise.Tables;
using Xunit;

namespace Pathwise.Tests.Sem.Evaluation;

public sealed class PrincipalIndicesTests
{
    [Theory]
    [InlineData(Estimator.ML, MissingData.Listwise)]
    [InlineData(Estimator.MLR, MissingData.Listwise)]
    [InlineData(Estimator.MLR, MissingData.Fiml)]
    [InlineData(Estimator.GLS, MissingData.Listwise)]
    [InlineData(Estimator.ULS, MissingData.Listwise)]
    public void Of_AnyEstimator_AreThoseOfAllIndicesToTheBit(Estimator estimator, MissingData missing)
    {
        var fit = Democracy("ind60 =~ x1 + x2 + x3\ndem60 =~ y1 + y2 + y3 + y4\ndem60 ~ ind60", new() { Estimator = estimator, Missing = missing });
        var (few, all) = (PrincipalIndices.Of(fit), fit.Indices());
        Assert.Equal(all.Test, few.Test);
        Assert.Equal((all.Cfi, all.Rmsea, all.Srmr), (few.Cfi, few.Rmsea, few.Srmr));
        Assert.NotNull(few.Rmsea);
    }

    [Fact]
    public void Of_ASaturatedModel_HasNoRmsea()
    {
        var fit = Democracy("y1 ~ x1 + x2", new());
        Assert.Null(PrincipalIndices.Of(fit).Rmsea);
        Assert.Equal(fit.Indices().Cfi, PrincipalIndices.Of(fit).Cfi);
    }

    private static FitResult Democracy(string model, EstimationOptions options) =>
        ModelSpecification.Parse(model).Fit(DataTable.Read(Repository.Path("data", "examples", "political-democracy.csv")), options);
}
