using Pathwise.Sem.Categorical;
using Xunit;

namespace Pathwise.Tests.Sem.Categorical;

public sealed class PairwiseCorrelationsTests
{
    [Fact]
    public void Correlations_AreThoseOfTheSample()
    {
        var sample = Samples.Of(Samples.Case("mixed"))[0];
        var table = Samples.Table("mixed");
        Margin[] margins = [.. sample.Variables.Select(variable => PairwiseCorrelations.MarginOf(variable.Name, [.. table.Numbers(variable.Name)], variable.IsOrdered))];
        Assert.Equal(sample.Correlations, PairwiseCorrelations.Of(margins, EmptyCellRule.HalfInTwoByTwo));
    }

    [Fact]
    public void Correlations_WithAVariableThatDoesNotVary_AreUndefined()
    {
        Margin[] margins = [new OrderedMargin("x", [1, 2, 1, 2]), new OrderedMargin("y", [3, 3, 3, 3]), new ContinuousMargin("z", [4, 4, 4, 4])];
        var correlations = PairwiseCorrelations.Of(margins, EmptyCellRule.None);
        Assert.Equal(6, correlations.Enumerate().Count(double.IsNaN));
        Assert.Equal([1, 1, 1], correlations.Diagonal());
    }
}
