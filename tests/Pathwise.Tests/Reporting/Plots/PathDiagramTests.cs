using Pathwise.Reporting.Exhibits;
using Pathwise.Reporting.Figures;
using Pathwise.Reporting.Plots;
using Pathwise.Reporting.Plots.Paths;
using Xunit;

namespace Pathwise.Tests.Reporting.Plots;

public sealed class PathDiagramTests
{
    private static readonly Figure Study = PathDiagram.Of(FigureSamples.Paths());

    [Fact]
    public void Of_Numbers_TouchNeitherEachOtherNorAVariable()
    {
        var numbers = Study.Marks.OfType<TextMark>().Select(text => (text.X, text.Y, Width: TextWidth.Of(text.Text, text.Size), Height: text.Size)).ToList();
        var nodes = Study.Marks.OfType<NodeMark>().Select(node => (node.X, node.Y, node.Width, node.Height)).ToList();
        for (var i = 0; i < numbers.Count; i++)
        {
            Assert.DoesNotContain(nodes, node => Overlap(node, numbers[i]));
            Assert.DoesNotContain(numbers.Take(i), other => Overlap(other, numbers[i]));
        }
    }

    [Fact]
    public void Of_Variables_DoNotOverlap()
    {
        var nodes = Study.Marks.OfType<NodeMark>().Select(node => (node.X, node.Y, node.Width, node.Height)).ToList();
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
        Assert.Equal(6, Study.Marks.OfType<NodeMark>().Count(node => node.IsEllipse));
        Assert.Equal(18, Study.Marks.OfType<NodeMark>().Count(node => !node.IsEllipse));
    }

    [Fact]
    public void Of_Arrows_ShowSignSizeAndSignificance()
    {
        var arrows = Study.Marks.OfType<EdgeMark>().ToList();
        Assert.Equal(27, arrows.Count); // variances are not arrows
        Assert.Equal(2, arrows.Count(arrow => arrow.Stroke == Stroke.Dashed && arrow.Tone == Tone.Vermilion));
        Assert.Equal(2, arrows.Count(arrow => arrow.Tone == Tone.Muted));
        Assert.Equal(2, arrows.Count(arrow => arrow.IsDoubleHeaded));
        Assert.Equal(0.8 + (2.4 * 0.91), arrows.Max(arrow => arrow.Width), 12);
    }

    [Fact]
    public void Of_Loops_AreDrawn() =>
        Assert.Equal(3, PathDiagram.Of([Path("a", "b"), Path("b", "c"), Path("c", "a")]).Marks.OfType<EdgeMark>().Count());

    [Fact]
    public void Of_Labels_ReplaceNames() =>
        Assert.Contains("Alpha to b .50", PathDiagram.Of([Path("a", "b")], labels: new Dictionary<string, string> { ["a"] = "Alpha" }).AlternativeText, StringComparison.Ordinal);

    [Fact]
    public void Of_NoArrow_IsRefused() => Assert.Throws<ArgumentException>(() => PathDiagram.Of([]));

    private static PathEdge Path(string from, string to) => new(from, to, PathKind.Regression, 0.5);

    private static NodeMark Node(string name) => Study.Marks.OfType<NodeMark>().Single(node => node.Lines[0] == name);

    private static bool Overlap((double X, double Y, double Width, double Height) a, (double X, double Y, double Width, double Height) b) =>
        Math.Abs(a.X - b.X) < (a.Width + b.Width) / 2 && Math.Abs(a.Y - b.Y) < (a.Height + b.Height) / 2;
}
