using Pathwise.Reporting.Designs;
using Pathwise.Sem.Categorical;
using Pathwise.Tables;
using Xunit;

namespace Pathwise.Tests.Reporting.Designs;

public sealed class CategoricalDesignTests
{
    [Fact]
    public void Sample_OfMixedVariables_ShowsThresholdsAndCorrelations()
    {
        var sample = DataTable.Read(Repository.Fixture("ordinal", "mixed.csv")).Polychoric(["o1", "c1", "w1"], new() { Ordered = ["o1", "w1"] });
        var text = CategoricalDesign.Of(sample).ToText();
        Assert.StartsWith("Correlations of 3 variables, 320 cases\n", text, StringComparison.Ordinal);
        Assert.Matches(@"Variable +n +Answers +τ1 +τ2 +M +SD", text);
        Assert.Contains("Polychoric and polyserial correlations", text, StringComparison.Ordinal);
        Assert.Contains("Empty cells: 0 of 1 tables have one; rule: 0.5 in 2 x 2.", text, StringComparison.Ordinal);
        Assert.Matches(@"o1 +c1 +polyserial +\.69\d +0\.0\d\d +320", CategoricalDesign.Of(sample.Pairs()).ToText());
    }

    [Fact]
    public void Sample_OfContinuousVariables_HasPearsonsCorrelationsAlone()
    {
        var sample = DataTable.Read(Repository.Fixture("ordinal", "mixed.csv")).Polychoric(["c1", "c2"], new() { Ordered = [] });
        var text = CategoricalDesign.Of(sample).ToText();
        Assert.Contains("Pearson's correlations", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Empty cells", text, StringComparison.Ordinal);
    }
}
