using Pathwise.Sem.Estimation;
using Pathwise.Sem.Inference;
using Pathwise.Tests.Sem.Parity;
using Xunit;

namespace Pathwise.Tests.Sem.Estimation;

/// <summary>Models that the data cannot determine, and the parameters that are to blame; lavaan warns of each of them (tests/fixtures/lavaan/warnings).</summary>
public sealed class IdentificationTests
{
    public static TheoryData<string> AllCases => [.. LavaanCase.All];

    [Theory]
    [InlineData("no_scale", "f =~ x1", "f =~ x2", "f =~ x3", "f =~ x4", "f ~~ f")]
    [InlineData("no_scale_mlr", "f =~ x1", "f =~ x2", "f =~ x3", "f =~ x4", "f ~~ f")]
    [InlineData("no_scale_gls", "f =~ x1", "f =~ x2", "f =~ x3", "f =~ x4", "f ~~ f")]
    [InlineData("no_scale_fiml", "f =~ x1", "f =~ x2", "f =~ x3", "f =~ x4", "f ~~ f")]
    [InlineData("two_indicators", "f =~ x2", "x1 ~~ x1", "x2 ~~ x2", "f ~~ f")]
    [InlineData("two_orthogonal_pairs", "f =~ x2", "g =~ x5", "x1 ~~ x1", "x2 ~~ x2", "x4 ~~ x4", "x5 ~~ x5", "f ~~ f", "g ~~ g")]
    [InlineData("loop_without_instrument", "p ~ q", "p ~ z1", "p ~~ q", "p ~~ p")]
    [InlineData("loop_alone", "p ~ q", "q ~ p", "p ~~ p", "q ~~ q")]
    [InlineData("latent_mean_free", "f ~1", "x1 ~1", "x2 ~1", "x3 ~1", "x4 ~1")]
    [InlineData("scale_of_one_group", "f =~ x1 (group Grant-White)", "f =~ x2 (group Grant-White)", "f =~ x3 (group Grant-White)", "f =~ x4 (group Grant-White)", "f ~~ f (group Grant-White)")]
    [InlineData("growth_without_slope_loadings", "s =~ t1", "s =~ t2", "s =~ t3", "s =~ t4", "i ~~ i", "s ~~ s", "i ~~ s", "i ~1", "s ~1")]
    public void Check_ModelThatIsNotIdentified_NamesExactlyTheParametersToBlame(string id, params string[] parameters)
    {
        var fit = LavaanWarnings.Of(id).Fit();
        Assert.Equal(parameters.Order(StringComparer.Ordinal), Named(fit).Order(StringComparer.Ordinal));
        Assert.All(fit.Estimates(), row => Assert.Null(row.StandardError));
    }

    [Theory]
    [MemberData(nameof(AllCases))]
    public void Check_ModelThatIsIdentified_SaysNothing(string id) =>
        Assert.DoesNotContain(LavaanCase.Read(id).Fit().Warnings, warning => warning.Code == "not-identified");

    [Fact]
    public void Check_ConstraintThatGivesAScale_Identifies()
    {
        var model = LavaanWarnings.Of("no_scale");
        Assert.Empty(model.Fit(addition: "f ~~ 1*f").Warnings);
    }

    private static string[] Named(FitResult fit)
    {
        const string Start = "cannot tell apart ", End = ". Fix or constrain";
        var message = Assert.Single(fit.Warnings, warning => warning.Code == "not-identified").Message;
        var (from, to) = (message.IndexOf(Start, StringComparison.Ordinal) + Start.Length, message.IndexOf(End, StringComparison.Ordinal));
        return message[from..to].Split(", ");
    }
}
