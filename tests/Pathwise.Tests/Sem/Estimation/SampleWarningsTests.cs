using Pathwise.Sem.Estimation;
using Pathwise.Sem.Evaluation;
using Pathwise.Sem.Inference;
using Pathwise.Sem.Specification;
using Xunit;

namespace Pathwise.Tests.Sem.Estimation;

public sealed class SampleWarningsTests
{
    [Theory]
    [InlineData("x4 ~~ x4", "x4 ~~ x5, x4 ~~ x6")]
    [InlineData("x4 ~~ x5", "x4 ~~ x6, x5 ~~ x6")]
    [InlineData("x4 ~ 1", "x4 ~~ x5, x4 ~~ x6")]
    public void Fit_LineThatModelsOneExogenousVariable_IsWarnedOf(string line, string missing)
    {
        var fit = ModelSpecification.Parse($"x1 ~ x4 + x5 + x6\n{line}").Fit(Edges.Data("blocks"));
        var warning = Assert.Single(fit.Warnings, warning => warning.Code == "exogenous-random");
        Assert.Contains(missing + ".", warning.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Fit_LineThatModelsOneExogenousVariable_FitsAsInLavaan()
    {
        var fit = ModelSpecification.Parse("x1 ~ x4 + x5 + x6\nx4 ~~ x4").Fit(Edges.Data("blocks"));
        Oracle.Near(Edges.Of("random")["chisq"].Number, fit.Test().Value, 1e-6);
        Oracle.Near(Edges.Of("random")["cfi"].Number, fit.Indices().Incremental.Cfi, 1e-6);
    }

    [Theory]
    [InlineData("x1 ~ x4 + x5 + x6")]
    [InlineData("x1 ~ x4 + x5\nx4 ~~ x5")]
    [InlineData("x1 ~ x4 + x5 + x6\nx4 ~~ x5 + 0*x6\nx5 ~~ 0*x6")]
    [InlineData("f =~ x1 + x2 + x3\nf ~ x4\nx1 ~~ x2")]
    public void Fit_CovariancesThatAreThereOrWritten_SaysNothing(string model) =>
        Assert.False(Edges.Warns(ModelSpecification.Parse(model).Fit(Edges.Data("blocks")), "exogenous-random"));
}
