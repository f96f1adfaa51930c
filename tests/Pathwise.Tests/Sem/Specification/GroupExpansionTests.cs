using Pathwise.Sem.Specification;
using Pathwise.Sem.Syntax;
using Xunit;

namespace Pathwise.Tests.Sem.Specification;

public sealed class GroupExpansionTests
{
    [Fact]
    public void Expand_ModifierWithAnEntryForEachGroup_GivesEachItsOwn()
    {
        var rows = Drafts.Expanded("y ~ c(0.5, NA)*x", 2);
        Assert.Equal(["y~x 0.5", "y~x.g2 ?"], rows.Where(row => row.Operator == Operator.Regression).Select(Drafts.Show));
        Assert.Equal(rows.Count, 2 * rows.Count(row => row.Group == 1));
    }

    [Fact]
    public void Expand_LabelsAndStarts_AreTakenGroupByGroup()
    {
        var rows = Drafts.Expanded("y ~ c(a, b, a)*x + start(c(1, 2, 3))*z", 3);
        Assert.Equal(["a", "b", "a"], rows.Where(row => row.Plain == "y~x").Select(row => row.Label));
        Assert.Equal([1, 2, 3], rows.Where(row => row.Plain == "y~z").Select(row => row.Value!.Value));
    }

    [Fact]
    public void Expand_OneEntry_HoldsForAllGroups() =>
        Assert.All(Drafts.Expanded("y ~ 0.3*x", 3).Where(row => row.Plain == "y~x"), row => Assert.Equal(0.3, row.Value));

    [Fact]
    public void Expand_AnotherNumberOfEntries_IsRefused()
    {
        var mistake = Assert.Throws<SyntaxException>(() => Drafts.Expanded("y ~ c(1, 2)*x", 3));
        Assert.Contains("a modifier has 2 entries; expected one, or one for each group (3)", mistake.Message, StringComparison.Ordinal);
    }

    // What equal intercepts, and equal loadings, make estimable in the later groups.
    [Fact]
    public void Expand_EqualInterceptsOrLoadings_FreeLaterMeansOrVariances()
    {
        var means = Drafts.Expanded("f =~ a + b + c", 3, new() { GroupEqual = [GroupEquality.Loadings, GroupEquality.Intercepts] }).Where(row => row.Plain == "f~1");
        Assert.Equal(["f~1 0", "f~1.g2 ?", "f~1.g3 ?"], means.Select(Drafts.Show));
        var variances = Drafts.Expanded("f =~ a + b + c", 2, new() { StdLv = true, GroupEqual = [GroupEquality.Loadings] }).Where(row => row.Plain == "f~~f");
        Assert.Equal(["f~~f 1", "f~~f.g2 ?"], variances.Select(Drafts.Show));
    }
}
