using Pathwise.Sem.Specification;
using Pathwise.Sem.Syntax;
using Xunit;

namespace Pathwise.Tests.Sem.Specification;

public sealed class VariableRolesTests
{
    [Fact]
    public void Of_EachVariable_HasItsPart()
    {
        var (roles, terms) = VariableRoles.Of(ModelSyntax.Parse("f =~ a + b\nh =~ f + g\ng =~ c + d\ny ~ h + x\nw ~~ y\nu ~ 1\nz ~ y").Terms);
        Assert.Equal(["f", "h", "g"], roles.Latent);
        Assert.Equal(["a", "b", "c", "d", "y", "z", "x", "w", "u"], roles.Observed);
        Assert.Equal(["x"], roles.Exogenous);
        Assert.Equal(["h"], roles.ExogenousLatent);
        Assert.Equal(["z"], roles.LastInLine);
        var covariance = terms.Single(term => term.Operator == "~~");
        Assert.Equal(("y", "w"), (covariance.Lhs, covariance.Rhs));
    }

    [Fact]
    public void Of_VarianceInTheSyntax_MakesACauseRandom() =>
        Assert.Empty(VariableRoles.Of(ModelSyntax.Parse("y ~ x\nx ~~ x").Terms).Roles.Exogenous);
}
