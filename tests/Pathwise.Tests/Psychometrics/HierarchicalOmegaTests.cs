using Pathwise.Psychometrics;
using Xunit;

namespace Pathwise.Tests.Psychometrics;

public sealed class HierarchicalOmegaTests
{
    [Fact]
    public void Omega_NineTests_IsThatOfSchmidAndLeimanInR()
    {
        var expected = Oracle.Read("psych", "psych.json")["omega"];
        var omega = HierarchicalOmega.Of(Moments.Correlation(Holzinger.Values), 3);
        Oracle.Near(expected["hierarchical"].Number, omega.Hierarchical, 1e-4);
        Oracle.Near(expected["total"].Number, omega.Total, 1e-4);
    }

    [Fact]
    public void Omega_TwoGroupFactors_AreTooFew() => Assert.Contains(
        "at least 3", Assert.Throws<InputException>(() => HierarchicalOmega.Of(Moments.Correlation(Holzinger.Values), 2)).Message);
}
