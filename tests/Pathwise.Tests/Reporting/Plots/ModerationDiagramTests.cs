using Pathwise.Reporting.Figures;
using Pathwise.Reporting.Plots;
using Pathwise.Reporting.Sentences;
using Pathwise.Sem.Estimation;
using Pathwise.Sem.Moderation;
using Pathwise.Sem.Specification;
using Pathwise.Tables;
using Xunit;

namespace Pathwise.Tests.Reporting.Plots;

public sealed class ModerationDiagramTests
{
    private static readonly DataTable Data = DataTable.Read(Repository.Fixture("moderation", "categorical.csv"));

    [Fact]
    public void DrawConcept_ModeratorsOfSeveralArrows_PointAtEach()
    {
        var figure = Result("m ~ x + w + x:w + k\ny ~ m + x + w + x:w + m:w + k", "w").DrawConcept();
        Assert.Contains("w moderates x to m and m to y and x to y.", figure.AlternativeText, StringComparison.Ordinal);
        Assert.DoesNotContain("x:w", figure.ToSvg(), StringComparison.Ordinal);
        var (nodes, arrows) = (figure.Marks.OfType<NodeMark>().ToList(), figure.Marks.OfType<EdgeMark>().ToList());
        Assert.Equal(["k", "m", "w", "x", "y"], nodes.Select(node => node.Lines[0]).Order());
        Assert.Equal(5 + 3, arrows.Count);
        Assert.InRange(Assert.IsType<Figure>(figure.Narrow).Width, 300, 345);
        Assert.All(nodes, node => Assert.DoesNotContain(nodes, other => other != node && Math.Abs(other.X - node.X) < (other.Width + node.Width) / 2 && Math.Abs(other.Y - node.Y) < (other.Height + node.Height) / 2));
    }

    [Fact]
    public void DrawModel_Products_AreVariablesWithTheirEstimates()
    {
        var result = Result("m ~ x + dept + x:dept\ny ~ m + x", "dept", new() { Name = "dept" });
        var figure = result.DrawModel(labels: new Dictionary<string, string> { ["x"] = "Training" });
        Assert.Contains("Training × dept.other to m", figure.AlternativeText, StringComparison.Ordinal);
        Assert.Equal(7, figure.Marks.OfType<EdgeMark>().Count());
        Assert.Equal(7, figure.Marks.OfType<TextMark>().Count());
        Assert.Contains("dept moderates x to m.", result.DrawConcept().AlternativeText, StringComparison.Ordinal);
    }

    [Fact]
    public void Figures_CategoricalModerator_HaveItsCategories()
    {
        var result = Result("m ~ x + dept + x:dept\ny ~ m + x", "dept", new() { Name = "dept" });
        Assert.Equal(3, result.DrawConditions()!.Y.Ticks.Count);
        var slopes = Assert.Single(result.DrawSlopes());
        Assert.Equal(3, slopes.Marks.OfType<LineMark>().Count());
        Assert.Contains("dept = sales: slope", slopes.ToPlotlyJson(), StringComparison.Ordinal);
        Assert.Contains(result.Sentences(), text => text.StartsWith("The indirect effect x → m → y in dept = sales less that in dept = operations is 0.", StringComparison.Ordinal));
    }

    [Fact]
    public void DrawRegion_Band_IsInBothForms()
    {
        var figure = Result("m ~ x + w + x:w\ny ~ m + x", "w").Regions.First(region => region.Effect.Via.Count == 1).Draw();
        var band = Assert.Single(figure.Marks.OfType<BandMark>());
        Assert.Equal(201, band.X.Count);
        Assert.Contains("\"fill\":\"toself\"", figure.ToPlotlyJson().Replace(" ", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Contains("delta method interval", figure.ToSvg(), StringComparison.Ordinal);
        var cases = figure.Marks.OfType<BarMarks>().Single(bars => bars.Name == "Cases");
        Assert.Equal(Data.Numbers("w").Distinct().Count(), cases.At.Count);
        Assert.Equal(figure.Y.Min, cases.From[0]);
    }

    private static ModerationResult Result(string model, string moderator, Pathwise.Surveys.CategoryCoding? coding = null) =>
        ModelSpecification.Parse(model).Fit(Data, null, new() { Codings = coding is null ? [] : [coding] }).Moderation(new() { Moderators = [moderator] });
}
