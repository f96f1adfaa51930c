using Xunit;

namespace Pathwise.Tests.Sem.Parity;

/// <summary>Wherever lavaan warns we warn, and the other way round.</summary>
public sealed class LavaanWarningsTests
{
    // lavaan takes a generalized inverse for the robust errors, and the first of two constraints that contradict each other.
    private static readonly string[] SilentInLavaan = ["no_scale_mlr", "contradiction"];

    public static TheoryData<string> Models => [.. LavaanWarnings.All.Except(SilentInLavaan)];

    [Theory]
    [MemberData(nameof(Models))]
    public void Warnings_EveryModel_AreThoseOfLavaan(string id)
    {
        var lavaan = LavaanWarnings.Kinds(id);
        var own = LavaanWarnings.Of(id).Fit().Warnings.Select(warning => warning.Code).ToHashSet();

        // lavaan looks at a matrix only where it has not found a negative variance in it already.
        var (observed, latent) = (lavaan.Contains("ov.variance"), lavaan.Contains("lv.variance"));
        Assert.Equal(observed || latent, own.Contains("negative-variance"));
        AssertBetween(lavaan.Contains("cov.lv"), own.Contains("latent-not-positive-definite"), lavaan.Contains("cov.lv") || latent);
        AssertBetween(lavaan.Contains("theta"), own.Contains("residual-not-positive-definite"), lavaan.Contains("theta") || observed);
        Assert.Equal(lavaan.Contains("information") || lavaan.Contains("vcov"), own.Contains("not-identified"));
        Assert.Equal(lavaan.Contains("not.converged"), own.Contains("not-converged"));
    }

    [Theory]
    [InlineData("no_scale_mlr", "not-identified")]
    [InlineData("contradiction", "not-converged")]
    public void Warnings_WhereLavaanIsSilent_AreGiven(string id, string code)
    {
        Assert.Empty(LavaanWarnings.Kinds(id));
        Assert.Contains(LavaanWarnings.Of(id).Fit().Warnings, warning => warning.Code == code);
    }

    [Fact]
    public void Warnings_TheModels_HaveEveryKind() =>
        Assert.Superset(new HashSet<string> { "ov.variance", "lv.variance", "cov.lv", "theta", "information" }, LavaanWarnings.All.SelectMany(LavaanWarnings.Kinds).ToHashSet());

    private static void AssertBetween(bool atLeast, bool own, bool atMost) => Assert.True((own || !atLeast) && (atMost || !own), $"lavaan: {atLeast}; here: {own}.");
}
