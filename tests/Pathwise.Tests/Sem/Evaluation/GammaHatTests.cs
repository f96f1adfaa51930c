using Pathwise.Sem.Evaluation;
using Pathwise.Tests.Sem.Parity;
using Xunit;

namespace Pathwise.Tests.Sem.Evaluation;

/// <summary>Gamma hat against lavaan 0.7, which prints it as gfi.</summary>
public sealed class GammaHatTests
{
    // HolzingerSwineford1939, three factors, as lavaan 0.7-2 gives it.
    [Theory]
    [InlineData("cfa", 0.938568159211929, 0.975738757020245)]
    [InlineData("cfa_wishart", 0.938586900808364, 0.975812647765503)]
    [InlineData("cfa_gls", 0.90605228183649, 0.950806064135706)]
    [InlineData("configural", 0.933296679448589, 0.974437377774799)]
    public void Interval_OfLavaansNextVersion_IsReproduced(string id, double lower, double upper)
    {
        var index = LavaanCase.Read(id).Fit().Indices().GammaHatIndex;
        Oracle.Near(lower, index.Lower, 1e-6);
        Oracle.Near(upper, index.Upper, 1e-6);
        Assert.InRange(index.Value!.Value, lower, upper);
    }

    [Fact]
    public void Interval_WithoutDegreesOfFreedom_DoesNotExist()
    {
        var index = LavaanCase.Read("saturated_path").Fit().Indices().GammaHatIndex;
        Assert.Null(index.Lower);
        Assert.Null(index.Upper);
    }
}
