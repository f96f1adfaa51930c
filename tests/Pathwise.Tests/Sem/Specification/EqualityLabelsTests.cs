using Pathwise.Sem.Specification;
using Pathwise.Sem.Syntax;
using Xunit;

namespace Pathwise.Tests.Sem.Specification;

public sealed class EqualityLabelsTests
{
    [Fact]
    public void Tie_SharedLabels_AreTiedToTheFirst()
    {
        var (rows, ties) = Drafts.Tied("f =~ a + k*b + k*c + k*d", 1);
        Assert.Equal([("f=~b", "f=~c"), ("f=~b", "f=~d")], Names(rows, ties));
    }

    [Theory]
    [InlineData(GroupEquality.Loadings, "f=~b")]
    [InlineData(GroupEquality.Residuals, "a~~a,b~~b,c~~c")]
    [InlineData(GroupEquality.LatentVariances, "f~~f")]
    [InlineData(GroupEquality.Regressions, "f~z")]
    [InlineData(GroupEquality.ResidualCovariances, "a~~b")]
    public void Tie_EqualOverGroups_TiesThoseOfItsKindAlone(GroupEquality kind, string expected)
    {
        var (rows, ties) = Drafts.Tied("f =~ a + b + 0.7*c\nf ~ z\na ~~ b", 2, new() { GroupEqual = [kind], MeanStructure = false });
        var free = Names(rows, ties).Select(pair => pair.First);
        Assert.Equal(expected.Split(','), free);
        Assert.All(Names(rows, ties), pair => Assert.Equal($"{pair.First}.g2", pair.Other));
    }

    [Fact]
    public void Tie_ExemptParameter_StaysFree()
    {
        var (rows, ties) = Drafts.Tied("f =~ a + b + c", 2, new() { GroupEqual = [GroupEquality.Loadings] }, "f=~c");
        Assert.Equal([("f=~b", "f=~b.g2")], Names(rows, ties));
        Assert.Equal(EqualityLabels.PlainLabel(1), rows[1].Label);
    }

    [Fact]
    public void Tie_AFixedMember_FixesTheWholeSet()
    {
        var (rows, ties) = Drafts.Tied("y ~ k*x\nz ~ k*x + 0.4*w\nw ~ equal(\"z~w\")*x", 1);
        Assert.Equal("w~x 0.4", Drafts.Show(rows.Single(row => row.Plain == "w~x")));
        Assert.Equal([("y~x", "z~x")], Names(rows, ties));
    }

    [Fact]
    public void Tie_EqualToNothing_IsRefused() => Assert.Contains(
        "names no parameter",
        Assert.Throws<SyntaxException>(() => Drafts.Tied("y ~ equal(\"q~r\")*x", 1)).Message,
        StringComparison.Ordinal);

    private static IEnumerable<(string First, string Other)> Names(IReadOnlyList<Draft> rows, IReadOnlyList<(int First, int Other)> ties) =>
        ties.Select(tie => (rows[tie.First].Name, rows[tie.Other].Name));
}
