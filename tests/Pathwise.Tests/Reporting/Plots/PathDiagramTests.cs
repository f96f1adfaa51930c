using Pathwise.Reporting.Exhibits;
using Pathwise.Reporting.Figures;
using Pathwise.Reporting.Plots;
using Pathwise.Reporting.Plots.Paths;
using Pathwise.Sem.Specification;
using Xunit;

namespace Pathwise.Tests.Reporting.Plots;

public sealed class PathDiagramTests
{
    private static readonly Figure Study = PathDiagram.Of(FigureSamples.Paths("con"));
    private static readonly IReadOnlyList<Mark> Flanked = StructuralPicture.Of(new PathGraph(FigureSamples.Paths("con")), name => name);

    [Fact]
    public void Of_Numbers_TouchNeitherEachOtherNorAVariable()
    {
        var numbers = Flanked.OfType<TextMark>().Select(text => (text.X, text.Y, Width: TextWidth.Of(text.Text, text.Size), Height: text.Size)).ToList();
        var nodes = Flanked.OfType<NodeMark>().Select(node => (node.X, node.Y, node.Width, node.Height)).ToList();
        for (var i = 0; i < numbers.Count; i++)
        {
            Assert.DoesNotContain(nodes, node => Overlap(node, numbers[i]));
            Assert.DoesNotContain(numbers.Take(i), other => Overlap(other, numbers[i]));
        }
    }

    [Fact]
    public void Of_Variables_DoNotOverlap()
    {
        var nodes = Flanked.OfType<NodeMark>().Select(node => (node.X, node.Y, node.Width, node.Height)).ToList();
        for (var i = 0; i < nodes.Count; i++)
            Assert.DoesNotContain(nodes.Take(i), other => Overlap(other, nodes[i]));
    }

    [Fact]
    public void Of_StructuralArrows_LeadFromLeftToRight()
    {
        string[] order = ["col", "ali", "per", "int"];
        var places = order.Select(name => Node(name).X).ToList();
        Assert.Equal(places.Order(), places);
        Assert.Equal(Node("int").X, Node("mar").X);
    }

    [Fact]
    public void Of_LatentAndObserved_DifferInShape()
    {
        Assert.True(Node("per").IsEllipse);
        Assert.False(Node("col1").IsEllipse);
        Assert.Equal(6, Flanked.OfType<NodeMark>().Count(node => node.IsEllipse));
        Assert.Equal(18, Flanked.OfType<NodeMark>().Count(node => !node.IsEllipse));
    }

    [Fact]
    public void Of_Arrows_ShowSignSizeAndSignificance()
    {
        var arrows = Flanked.OfType<EdgeMark>().ToList();
        Assert.Equal(27, arrows.Count); // variances are not arrows
        Assert.Equal(2, arrows.Count(arrow => arrow.Stroke == Stroke.Dashed && arrow.Tone == Tone.Vermilion));
        Assert.Equal(2, arrows.Count(arrow => arrow.Tone == Tone.Muted));
        Assert.Equal(2, arrows.Count(arrow => arrow.IsDoubleHeaded));
        Assert.Equal(0.8 + (2.4 * 0.91), arrows.Max(arrow => arrow.Width), 12);
    }

    [Fact]
    public void Of_Loops_AreDrawn() =>
        Assert.Equal(3, PathDiagram.Of([Path("a", "b"), Path("b", "c"), Path("c", "a")]).Marks.OfType<EdgeMark>().Count());

    // A chain of eight factors is wider than any column: its indicators go below.
    [Fact]
    public void Of_AWideModel_FoldsItsIndicatorsBelow()
    {
        var factors = Enumerable.Range(1, 8).Select(i => $"factor{i}").ToList();
        var wide = PathDiagram.Of([.. factors.SelectMany(f => Enumerable.Range(1, 3).Select(i => new PathEdge(f, $"{f}item{i}", PathKind.Loading, 0.7))), .. factors.Zip(factors.Skip(1), Path)]);
        Assert.InRange(wide.Width, 320, 980);
        Assert.Equal(24, wide.Marks.OfType<NodeMark>().Count(node => !node.IsEllipse && node.Lines[^1] == ".70"));
    }

    [Fact]
    public void Of_AModelWithIndicators_HasANarrowPictureAndOneWithoutThem()
    {
        Assert.InRange(Study.Narrow!.Width, 300, 380);
        Assert.Equal(18, ((Figure)Study.Narrow).Marks.OfType<NodeMark>().Count(node => !node.IsEllipse));
        Assert.DoesNotContain(((Figure)Study.WithoutIndicators!).Marks.OfType<NodeMark>(), node => !node.IsEllipse);
        Assert.Null(PathDiagram.Of([Path("a", "b")]).WithoutIndicators);
    }

    [Fact]
    public void Of_ACovarianceOfIndicators_IsSaidWhereItIsNotDrawn()
    {
        var figure = PathDiagram.Of([new("f", "a", PathKind.Loading, 0.7), new("f", "b", PathKind.Loading, 0.7), new("a", "b", PathKind.Covariance, 0.25)]);
        Assert.Contains("a with b .25", figure.Narrow!.Note, StringComparison.Ordinal);
        Assert.DoesNotContain("a with b .25", figure.Note, StringComparison.Ordinal);
    }

    [Fact]
    public void DrawConcept_LabelsOfTheSyntax_StandOnTheArrows()
    {
        var figure = ModelSpecification.Parse("b ~ H1*a\nc ~ H2*b").DrawConcept("T", new Dictionary<string, string> { ["H1"] = "more", ["a"] = "Cause" });
        Assert.Equal(["more", "H2"], figure.Marks.OfType<TextMark>().Select(text => text.Text));
        Assert.All(figure.Marks.OfType<NodeMark>(), node => Assert.True(node.IsEllipse));
        Assert.Contains("Cause to b (more); b to c (H2).", figure.AlternativeText, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => ModelSpecification.Parse("f =~ x1 + x2 + x3").DrawConcept());
    }

    [Fact]
    public void Of_Labels_ReplaceNames() =>
        Assert.Contains("Alpha to b .50", PathDiagram.Of([Path("a", "b")], labels: new Dictionary<string, string> { ["a"] = "Alpha" }).AlternativeText, StringComparison.Ordinal);

    [Fact]
    public void Of_NoArrow_IsRefused() => Assert.Throws<ArgumentException>(() => PathDiagram.Of([]));

    private static PathEdge Path(string from, string to) => new(from, to, PathKind.Regression, 0.5);

    private static NodeMark Node(string name) => Flanked.OfType<NodeMark>().Single(node => node.Lines[0] == name);

    private static bool Overlap((double X, double Y, double Width, double Height) a, (double X, double Y, double Width, double Height) b) =>
        Math.Abs(a.X - b.X) < (a.Width + b.Width) / 2 && Math.Abs(a.Y - b.Y) < (a.Height + b.Height) / 2;
}
