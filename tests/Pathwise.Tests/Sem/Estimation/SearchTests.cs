using Pathwise.Sem.Estimation;
using Pathwise.Sem.Inference;
using Pathwise.Sem.Specification;
using Xunit;

namespace Pathwise.Tests.Sem.Estimation;

public sealed class SearchTests
{
    // Products of the loops: 2 by two negative coefficients, and 2.1 around three variables.
    [Theory]
    [InlineData("loop2")]
    [InlineData("loop3")]
    public void Fit_LoopOfGainAboveOne_IsFoundBeyondTheSingularPoint(string id)
    {
        var fit = Edges.Fit(id, id);
        Assert.True(fit.HasConverged);
        Edges.AssertSame(id, fit, 1e-4, "~");
        Assert.True(fit.StabilityIndex > 1);
    }

    [Fact]
    public void Fit_LoopOfGainAboveOne_SaysWhatWasTried()
    {
        var warning = Assert.Single(Edges.Fit("loop2", "loop2").Warnings, warning => warning.Code == "restarted");
        Assert.Contains("of 13 more, 1 led to the minimum reported here (chi-square 0.056)", warning.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Fit_BlocksOfFreeCrossLoadings_EndsInOneMinimumHoweverTheFactorsAreScaled(bool stdLv)
    {
        var fit = Edges.Fit("blocks", "blocks", completion: new ModelOptions { StdLv = stdLv });
        Assert.True(fit.HasConverged);
        Oracle.Near(Edges.Of("blocks")["chisq"].Number, fit.Test().Value, 1e-6);
        Assert.False(Edges.Warns(fit, "not-identified"));
    }

    [Fact]
    public void Fit_Restarted_IsTheSameAgain()
    {
        var (first, second) = (Edges.Fit("blocks", "blocks"), Edges.Fit("blocks", "blocks"));
        Assert.Equal(first.Values, second.Values);
        Assert.Equal(first.Warnings, second.Warnings);
    }

    [Fact]
    public void Fit_ModelThatIsNotIdentifiedAnywhere_IsNotTriedAgain()
    {
        var fit = ModelSpecification.Parse("f =~ NA*x1 + x2 + x3 + x4").Fit(Edges.Data("blocks"));
        Assert.True(Edges.Warns(fit, "not-identified"));
        Assert.False(Edges.Warns(fit, "restarted"));
    }

    [Fact]
    public void Fit_WithStartingValues_SearchesFromThoseAlone()
    {
        var fit = Edges.Fit("loop2", "loop2");
        var again = Edges.Fit("loop2", "loop2", new EstimationOptions { StartingValues = fit.Values });
        Oracle.Near(fit.Values, again.Values, 1e-9);
        Assert.False(Edges.Warns(again, "restarted"));
    }
}
