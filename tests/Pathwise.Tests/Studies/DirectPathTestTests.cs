using Pathwise.Sem.Estimation;
using Pathwise.Sem.Inference;
using Pathwise.Sem.Specification;
using Pathwise.Studies;
using Xunit;

namespace Pathwise.Tests.Studies;

public sealed class DirectPathTestTests
{
    [Fact]
    public void DirectPaths_APathInTheModel_IsTestedAgainstTheModelWithout()
    {
        var test = Assert.Single(Democracy.Model.DirectPaths(Democracy.Survey.Table));
        var without = ModelSpecification.Parse(Democracy.Model.Text.Replace("c * ind60 + ", "", StringComparison.Ordinal).Replace("total := c + a * b", "", StringComparison.Ordinal));
        var expected = Democracy.Fit().Compare(without.Fit(Democracy.Survey.Table));
        Assert.Equal(("ind60", "dem65", "dem60", true), (test.Cause, test.Outcome, Assert.Single(test.Mediators), test.IsInModel));
        Assert.Equal(expected.ChiSquare!.Value, test.Difference!.ChiSquare!.Value, 6);
        Assert.Equal((1, expected.PValue!.Value), (test.Difference.DegreesOfFreedom, test.Difference.PValue!.Value), EqualTo(1e-8));
    }

    [Fact]
    public void DirectPaths_APathThatTheModelLacks_IsAddedAndGivesTheSameTest()
    {
        var without = ModelSpecification.Parse(Democracy.Model.Text.Replace("c * ind60 + ", "", StringComparison.Ordinal).Replace("total := c + a * b", "", StringComparison.Ordinal));
        var (with, added) = (Assert.Single(Democracy.Model.DirectPaths(Democracy.Survey.Table)), Assert.Single(without.DirectPaths(Democracy.Survey.Table)));
        Assert.False(added.IsInModel);
        Assert.Equal(with.Difference!.ChiSquare!.Value, added.Difference!.ChiSquare!.Value, 6);
        Assert.Equal(with.Standardized!.Value, added.Standardized!.Value, 5);
    }

    [Fact]
    public void DirectPaths_AModelWithoutIndirectEffects_HasNone() =>
        Assert.Empty(ModelSpecification.Parse("f =~ y1 + y2 + y3\ng =~ x1 + x2 + x3\nf ~ g").DirectPaths(Democracy.Survey.Table));

    [Fact]
    public void DirectPaths_AModelWithConstraints_SaysWhyThereIsNoTest()
    {
        var test = Assert.Single(ModelSpecification.Parse(Democracy.Model.Text + "\na == 1.5\n").DirectPaths(Democracy.Survey.Table));
        Assert.Equal((null, true), (test.Difference, test.Why!.Contains("constraints", StringComparison.Ordinal)));
    }

    private static EqualityComparer<(int, double)> EqualTo(double tolerance) =>
        EqualityComparer<(int, double)>.Create((a, b) => a.Item1 == b.Item1 && Math.Abs(a.Item2 - b.Item2) < tolerance);
}
