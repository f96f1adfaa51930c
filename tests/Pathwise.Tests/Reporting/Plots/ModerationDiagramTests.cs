using Pathwise.Reporting.Designs;
using Pathwise.Reporting.Figures;
using Pathwise.Reporting.Plots;
using Pathwise.Reporting.Plots.Paths;
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

    public static TheoryData<int, string> Plans => new()
    {
        { 1, "" }, { 2, "" }, { 3, "" }, { 5, "m" }, { 7, "m" }, { 8, "m" }, { 14, "m" }, { 15, "m" }, { 58, "m" }, { 59, "m" }, { 92, "m,k" },
        { 7, "m,k" }, { 8, "m,k" }, { 14, "m,k" }, { 15, "m,k" }, { 58, "m,k" }, { 59, "m,k" },
    };

    [Theory]
    [MemberData(nameof(Plans))]
    public void DrawConcept_ModelsOfProcess_LeadNoArrowThroughAVariable(int number, string mediators)
    {
        var plan = new ProcessPlan { Number = number, X = "x", Mediators = mediators.Split(',', StringSplitOptions.RemoveEmptyEntries), Y = "y", W = "w", Z = number is 2 or 3 ? "z" : null };
        var result = ModelSpecification.Parse(plan.Syntax()).Fit(WithZ).Moderation(new() { Moderators = plan.Moderators });
        foreach (var labels in new[] { null, Long })
        {
            var figure = result.DrawConcept(labels: labels);
            AssertClear(figure);
            AssertClear(Assert.IsType<Figure>(figure.Narrow));
            Assert.InRange(figure.Narrow.Width, 300, 345);
        }
    }

    [Fact]
    public void DrawConcept_ProductOfThree_PointsAtTheArrowOfTheOtherModerator()
    {
        var result = ModelSpecification.Parse("y ~ x + w + z + x:w + x:z + w:z + x:w:z").Fit(WithZ).Moderation(new() { Moderators = ["w", "z"] });
        Assert.EndsWith("w moderates x to y. z moderates the moderation by w of x to y.", result.DrawConcept().AlternativeText, StringComparison.Ordinal);
        var arrows = result.DrawConcept().Marks.OfType<EdgeMark>().ToList();
        var (ofW, tip) = (arrows[1].Curve, arrows[2].Curve[^1]);
        Assert.Equal(0, ((ofW[^1].X - ofW[0].X) * (tip.Y - ofW[0].Y)) - ((ofW[^1].Y - ofW[0].Y) * (tip.X - ofW[0].X)), 6);
    }

    [Fact]
    public void DrawConcept_CauseWithCategories_IsOneVariable()
    {
        var result = Result("m ~ dept + w + dept:w\ny ~ m + dept", "w", new() { Name = "dept" });
        var figure = result.DrawConcept();
        Assert.Equal(["dept", "m", "w", "y"], figure.Marks.OfType<NodeMark>().Select(node => node.Lines[0]).Order());
        Assert.Equal("Conceptual diagram. dept to m; m to y; dept to y. w moderates dept to m.", figure.AlternativeText);
        Assert.Contains("dept.other to m", result.DrawModel().AlternativeText, StringComparison.Ordinal);
    }

    [Fact]
    public void DrawConcept_ModeratorOfArrowsOnBothSides_StandsInSeveralPlaces()
    {
        var figure = Result("m ~ x + w + x:w\nk ~ x + w + x:w\ny ~ m + k + x + w + x:w + m:w + k:w\nm ~~ k", "w").DrawConcept();
        Assert.InRange(figure.Marks.OfType<NodeMark>().Count(node => node.Lines[0] == "w"), 2, 5);
        Assert.EndsWith("One that stands in several places is the same.", figure.Note, StringComparison.Ordinal);
    }

    [Fact]
    public void Figures_SerialMediators_BeginWithThePathFromTheFirstCauseToTheLastOutcome()
    {
        var plan = new ProcessPlan { Number = 92, X = "x", Mediators = ["m", "k"], Y = "y", W = "w" };
        var result = ModelSpecification.Parse(plan.Syntax()).Fit(Data).Moderation(new() { Moderators = ["w"] });
        Assert.Equal(["x → m → k → y along w", "x → m → y along w", "x → k → y along w", "x → y along w"], ModerationDesign.Figures(result).Take(4).Select(figure => figure.Title));
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

    private static readonly Dictionary<string, string> Long = new() { ["x"] = "Collaboration between departments", ["m"] = "Alignment", ["k"] = "Trust in others", ["y"] = "Business performance", ["w"] = "Top management support" };

    private static DataTable WithZ => Data.With("z", [.. Data.Numbers("k").Zip(Data.Numbers("x"), (k, x) => k - (0.5 * x * x))]);

    // Pieces of arrows lie in no variable but at their ends.
    private static void AssertClear(Figure figure)
    {
        var nodes = figure.Marks.OfType<NodeMark>().ToList();
        foreach (var edge in figure.Marks.OfType<EdgeMark>())
            for (var share = 0.03; share < 0.98; share += 0.01)
            {
                var (x, y) = CubicCurve.At(edge.Curve, share);
                Assert.DoesNotContain(nodes, node => Math.Abs(node.X - x) < (node.Width / 2) - 1 && Math.Abs(node.Y - y) < (node.Height / 2) - 1);
            }

        Assert.All(nodes.Index(), one => Assert.DoesNotContain(nodes.Skip(one.Index + 1), other => Math.Abs(other.X - one.Item.X) < (other.Width + one.Item.Width) / 2 && Math.Abs(other.Y - one.Item.Y) < (other.Height + one.Item.Height) / 2));
    }

    private static ModerationResult Result(string model, string moderator, Pathwise.Surveys.CategoryCoding? coding = null) =>
        ModelSpecification.Parse(model).Fit(Data, null, new() { Codings = coding is null ? [] : [coding] }).Moderation(new() { Moderators = [moderator] });
}
