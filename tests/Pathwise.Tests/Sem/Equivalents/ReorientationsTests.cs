using Pathwise.Sem.Equivalents;
using Pathwise.Sem.Moments;
using Pathwise.Sem.Specification;
using Xunit;
using static Pathwise.Tests.Sem.Equivalents.EquivalentSearchTests;

namespace Pathwise.Tests.Sem.Equivalents;

public sealed class ReorientationsTests
{
    /// <summary>Thoemmes (2015): 27 models for three variables with covariances; two of them are loops.</summary>
    [Fact]
    public void Of_ThreeVariablesThatAreAllJoined_AreTheTwentyFiveWithoutALoopAndTheirExchanges()
    {
        var graphs = All("m ~ x\ny ~ m + x");
        Assert.Equal(25, graphs.Count(graph => !graph.IsCommonFactor && graph.Relations.Select(each => string.Join("", new[] { each.From, each.To }.Order())).Distinct().Count() == 3));
        Assert.Equal(6, graphs.Count(graph => graph.Relations.Count == 3 && graph.Relations.Select(each => string.Join("", new[] { each.From, each.To }.Order())).Distinct().Count() == 2));
        Assert.Single(graphs, graph => graph.IsCommonFactor);
    }

    [Fact]
    public void Of_FullMediationWithCorrelatedDisturbances_HasTheDirectPathInstead()
    {
        var graphs = All("m ~ x\ny ~ m\nm ~~ y");
        Assert.Contains(graphs, graph => Canonical(string.Join(";", graph.Lines())) == Canonical("m ~ x; y ~ m + x"));
    }

    [Fact]
    public void Of_VariablesThatComeFirst_HasNothingThatActsOnThem()
    {
        var graphs = Reorientations.Of(Part("m ~ x + w\ny ~ m + x\n"), ["x"], 2000);
        Assert.All(graphs, graph => Assert.DoesNotContain(graph.Relations, each => each.To == "x" || (!each.IsArrow && each.From == "x" && each.To != "w")));
        Assert.True(graphs.Count > 2);
    }

    [Fact]
    public void Of_ObservedCauses_LeavesTheirCovarianceAlone()
    {
        var graphs = All("y ~ x + w");
        Assert.All(graphs, graph => Assert.Contains(graph.Covariances, each => each.Joins("x", "w")));
    }

    [Fact]
    public void Of_TooManyWays_IsRefusedByNumber()
    {
        var problem = Assert.Throws<InputException>(() => Reorientations.Of(Part("m ~ x\ny ~ m + x"), [], 5));
        Assert.Contains("32 ways", problem.Message, StringComparison.Ordinal);
    }

    private static IReadOnlyList<StructuralGraph> All(string syntax) => Reorientations.Of(Part(syntax), [], 2000);

    private static StructuralPart Part(string syntax)
    {
        var model = ModelSpecification.Parse(syntax);
        return StructuralPart.Of(model, StructuralPartTests.Fit(model));
    }
}
