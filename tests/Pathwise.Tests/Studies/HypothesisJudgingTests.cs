using Pathwise.Sem.Inference;
using Pathwise.Sem.Resampling;
using Pathwise.Sem.Specification;
using Pathwise.Studies;
using Xunit;

namespace Pathwise.Tests.Studies;

public sealed class HypothesisJudgingTests
{
    [Theory]
    [InlineData("ind60 -> dem60", ExpectedSign.Positive, Judgement.Supported)]
    [InlineData("ind60 -> dem60", ExpectedSign.Any, Judgement.Supported)]
    [InlineData("ind60 -> dem60", ExpectedSign.Negative, Judgement.Opposite)]
    [InlineData("ind60 -> dem60 -> dem65", ExpectedSign.Positive, Judgement.Supported)]
    [InlineData("dem60 -> ind60", ExpectedSign.Positive, Judgement.Undecided)]
    [InlineData("y4 ~~ y8", ExpectedSign.Positive, Judgement.NotSupported)]
    [InlineData("y8 ~~ y4", ExpectedSign.Any, Judgement.NotSupported)]
    public void Judge_APath_FollowsTheIntervalAndTheSign(string path, ExpectedSign sign, Judgement expected)
    {
        var judged = Assert.Single(Democracy.Fit().Judge([Hypothesis.Of("H", path, sign)]));
        Assert.Equal((expected, expected == Judgement.Undecided), (judged.Judgement, judged.Why is not null));
    }

    [Fact]
    public void Judge_WithoutABootstrap_UsesTheStandardizedSolution()
    {
        var fit = Democracy.Fit();
        var row = fit.Standardized().Single(each => each.Parameter is { Operator: Operator.Regression, Lhs: "dem65", Rhs: "ind60" });
        var judged = Assert.Single(fit.Judge([Hypothesis.Of("H", "ind60 -> dem65", ExpectedSign.Positive)]));
        Assert.Equal(row.Value!.Value, judged.Estimate!.Value, 10);
        Assert.Equal(row.Lower!.Value, judged.Interval!.Value.Lower, 6);
    }

    [Fact]
    public void Judge_WithABootstrap_UsesItsBiasCorrectedInterval()
    {
        var fit = Democracy.Fit();
        var bootstrap = fit.Bootstrap(new BootstrapOptions { Replicates = 200, Seed = 3 });
        Hypothesis[] hypotheses = [Hypothesis.Of("H", "ind60 => dem65", ExpectedSign.Positive)];
        var (drawn, delta) = (fit.Judge(hypotheses, bootstrap)[0], fit.Judge(hypotheses)[0]);
        Assert.Equal(drawn.Estimate, delta.Estimate);
        Assert.NotEqual(drawn.Interval!.Value.Lower, delta.Interval!.Value.Lower);
    }
}
