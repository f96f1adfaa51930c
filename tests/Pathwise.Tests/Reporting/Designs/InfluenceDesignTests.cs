using Pathwise.Reporting;
using Pathwise.Reporting.Designs;
using Pathwise.Reporting.Plots;
using Pathwise.Sem.Influence;
using Pathwise.Tests.Sem.Influence;
using Xunit;

namespace Pathwise.Tests.Reporting.Designs;

public sealed class InfluenceDesignTests
{
    private static readonly InfluenceResult Result = SmallMediation.Of(30, 2).Fit(SmallMediation.Full)
        .Influence(new InfluenceOptions { Effect = "x -> m -> y", Budget = 30, ReferenceSamples = 19, Seed = 1 });

    [Fact]
    public void Of_Result_HasTablesAndFigures()
    {
        var text = Registry.Of(Result).ToText();
        Assert.All(["x → m → y", "at least", "no leave to delete", "Samples from the fitted model", "gCD", "as cases go", "What each case changes"], words => Assert.Contains(words, text, StringComparison.Ordinal));
        Assert.DoesNotContain("NaN", Registry.Of(Result).ToHtml(), StringComparison.Ordinal);
    }

    [Fact]
    public void Of_Rows_AreTablesOfTheirOwn()
    {
        Assert.Contains("gCD", Result.Cases.Show().ToText(), StringComparison.Ordinal);
        Assert.Contains("the other sign", Result.Effect.Drops.Show().ToText(), StringComparison.Ordinal);
        Assert.Contains("Count", Result.Effect.Path.Show().ToText(), StringComparison.Ordinal);
    }

    [Fact]
    public void Draw_Result_MarksWhereTheClaimsFallAndNamesTheLargestCases()
    {
        Assert.Contains($"({Result.Effect.Drop(DropClaim.Significance).GreedyCount})", Result.Draw().ToSvg(), StringComparison.Ordinal);
        var largest = Result.Cases.MaxBy(each => Math.Abs(each.Change!.Effect!.Value))!;
        Assert.Contains($">{largest.Case.Text}<", Result.DrawCases().ToSvg(), StringComparison.Ordinal);
        Assert.Contains("A bar for each of 30 cases", Result.DrawCases().AlternativeText, StringComparison.Ordinal);
    }
}
