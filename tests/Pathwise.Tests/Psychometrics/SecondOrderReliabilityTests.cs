using Pathwise.Psychometrics;
using Xunit;

namespace Pathwise.Tests.Psychometrics;

public sealed class SecondOrderReliabilityTests
{
    [Fact]
    public void SecondOrderReliabilities_GeneralAbility_IsThatOfSemTools()
    {
        var expected = FittedAbilities.SemTools["omega_l2"];
        var row = Assert.Single(FittedAbilities.SecondOrder.SecondOrderReliabilities());
        Assert.Equal("g", row.Factor);
        Oracle.Near(expected["omegaL1"].Number, row.OmegaHierarchical, 1e-4);
        Oracle.Near(expected["partialOmegaL1"].Number, row.PartialOmega, 1e-4);
        Oracle.Near(expected["omegaL2"].Number, row.OmegaOfFactors, 1e-4);
        Assert.True(row.OmegaTotal > row.OmegaHierarchical);
    }

    [Fact]
    public void SecondOrderReliabilities_FirstOrderModel_HasNone() => Assert.Empty(FittedAbilities.ThreeFactors.SecondOrderReliabilities());
}
