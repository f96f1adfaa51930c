using Pathwise.Sem.Specification;
using Xunit;

namespace Pathwise.Tests.Sem.Specification;

public sealed class CompletionTests
{
    [Fact]
    public void Rows_Factors_GetVariancesAndACovariance() => Assert.Equal(
        ["f=~a 1", "f=~b ?", "g=~c 1", "g=~d ?", "a~~a ?", "b~~b ?", "c~~c ?", "d~~d ?", "f~~f ?", "g~~g ?", "f~~g ?"],
        Shown("f =~ a + b\ng =~ c + d"));

    [Fact]
    public void Rows_StandardizedOrthogonalFactors_AreScaledByTheirVariances() => Assert.Equal(
        ["f=~a ?", "f=~b ?", "g=~c ?", "g=~d ?", "a~~a ?", "b~~b ?", "c~~c ?", "d~~d ?", "f~~f 1", "g~~g 1", "f~~g 0"],
        Shown("f =~ a + b\ng =~ c + d", new() { StdLv = true, Orthogonal = true }));

    [Fact]
    public void Rows_ExogenousVariables_AreHeldAtTheSampleUnlessTheyAreRandom()
    {
        Assert.Equal(["y~x ?", "y~z ?", "y~~y ?", "x~~x S", "x~~z S", "z~~z S", "y~1 ?", "x~1 S", "z~1 S"], Shown("y ~ x + z", new() { MeanStructure = true }));
        Assert.Equal(["y~x ?", "y~~y ?", "x~~x ?"], Shown("y ~ x", new() { FixedX = false }));
    }

    [Fact]
    public void Rows_LastInLine_CovaryAndASingleIndicatorHasNoResidual()
    {
        Assert.Contains("y~~z ?", Shown("y ~ x\nz ~ x"));
        Assert.DoesNotContain("y~~z ?", Shown("y ~ x\nz ~ y"));
        Assert.Contains("a~~a 0", Shown("f =~ a\nf ~ x"));
        Assert.Contains("a~~a ?", Shown("f =~ a\ng =~ a + b\nf ~ x"));
    }

    [Fact]
    public void Rows_GrowthCurves_FreeLatentMeansAndFixIntercepts()
    {
        var rows = Shown("i =~ 1*a + 1*b + 1*c", new() { Defaults = ModelDefaults.Growth });
        Assert.Equal(["a~1 0", "b~1 0", "c~1 0", "i~1 ?"], rows[^4..]);
    }

    [Fact]
    public void Rows_WithoutDefaults_AreThoseOfTheSyntaxAndVariancesOfZero() => Assert.Equal(
        ["f=~a ?", "f=~b ?", "a~~a 0", "b~~b 0", "f~~f 0"], Shown("f =~ a + b", new() { Defaults = ModelDefaults.None }));

    private static string[] Shown(string syntax, ModelOptions? options = null) => [.. Drafts.Completed(syntax, options).Select(Drafts.Show)];
}
