using Pathwise.Sem.Equivalents;
using Pathwise.Sem.Estimation;
using Pathwise.Sem.Specification;
using Xunit;

namespace Pathwise.Tests.Sem.Equivalents;

public sealed class EquivalenceTestTests
{
    [Theory]
    [InlineData("m ~ x\ny ~ m", "m ~ y\nx ~ m", true)]
    [InlineData("m ~ x\ny ~ m", "x ~ m\ny ~ m\nx ~~ 0*y", true)]
    [InlineData("m ~ x\ny ~ m", "m ~ x + y\nx ~~ 0*y", false)]
    [InlineData("m ~ x\ny ~ m + x", "m ~ x\ny ~ m\nm ~~ y", true)]
    [InlineData("m ~ x\ny ~ m", "m ~ x\ny ~ x\nm ~~ 0*y", false)]
    public void IsEquivalent_OfStructuresOfThreeVariables_IsWhatSeparationSays(string one, string other, bool expected)
    {
        var (first, second) = (Fit(one), Fit(other));
        Assert.Equal(expected, new EquivalenceTest(first).IsEquivalent(second));
        Assert.Equal(expected, new EquivalenceTest(second).IsEquivalent(first));
    }

    [Fact]
    public void Matching_OfAnEquivalentModel_ImpliesTheSameMoments()
    {
        var (one, other) = (Fit("m ~ x\ny ~ m"), Fit("m ~ y\nx ~ m"));
        var at = other.At(new EquivalenceTest(one).Matching(other)!);
        foreach (var (a, b) in new[] { ("x", "y"), ("x", "m"), ("y", "y") })
            Assert.Equal(Implied(one, a, b), Implied(at, a, b), 1e-7);
        Assert.Null(new EquivalenceTest(one).Matching(Fit("m ~ x + y\nx ~~ 0*y")));
    }

    private static double Implied(FitResult fit, string one, string other)
    {
        var names = fit.Table.ObservedVariables.ToList();
        return fit.ImpliedCovariance()[names.IndexOf(one), names.IndexOf(other)];
    }

    private static FitResult Fit(string syntax)
    {
        var model = ModelSpecification.Parse(syntax);
        return model.Fit(StructuralPartTests.Fit(model).Sample, completion: new() { FixedX = false });
    }
}
