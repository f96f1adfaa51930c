using Pathwise.Reporting.Exhibits;

namespace Pathwise.Reporting.Figures;

/// <summary>The layout of a sequence: its panels one below the other, so that they fit a narrow window too, and the slider at the foot.</summary>
internal static class PlotlySequenceLayout
{
    private const int Top = 74;
    private const int PanelHeight = 210;
    private const int Between = 86;
    private const int Foot = 150;

    /// <summary>The name of a panel's axis: x, x2, x3.</summary>
    public static string AxisName(string axis, int panel) => panel == 0 ? axis : $"{axis}{panel + 1}";

    public static IReadOnlyDictionary<string, object?> Of(FigureSequence sequence)
    {
        var panels = sequence.Frames[sequence.Start].Panels;
        var plot = (PanelHeight * panels.Count) + (Between * (panels.Count - 1));
        var layout = new Dictionary<string, object?>
        {
            ["title"] = new Dictionary<string, object?> { ["text"] = Markup.Escape(sequence.Title), ["x"] = 0.02, ["xanchor"] = "left", ["yref"] = "container", ["y"] = 1 - (16.0 / (plot + Top + Foot)), ["yanchor"] = "top", ["font"] = PlotlyLayout.Font(15) },
            ["width"] = sequence.Width,
            ["height"] = plot + Top + Foot,
            ["margin"] = new Dictionary<string, object?> { ["l"] = 20, ["r"] = 20, ["t"] = Top, ["b"] = Foot },
            ["font"] = PlotlyLayout.Font(12),
            ["paper_bgcolor"] = Palette.LightPaper,
            ["plot_bgcolor"] = Palette.LightPaper,
            ["meta"] = new Dictionary<string, object?> { ["kind"] = "sequence", ["note"] = sequence.Note },
            ["barmode"] = "overlay",
            ["legend"] = new Dictionary<string, object?> { ["orientation"] = "h", ["itemsizing"] = "constant", ["x"] = 0, ["y"] = 1, ["yanchor"] = "bottom" },
            ["shapes"] = panels.Index().SelectMany(panel => Shapes(panel.Item, panel.Index)).ToArray(),
            ["annotations"] = panels.Index().SelectMany(panel => Words(panel.Item, panel.Index)).ToArray(),
            ["sliders"] = new[] { Slider(sequence) },
        };
        for (var i = 0; i < panels.Count; i++)
            AddAxes(layout, panels[i], i, Domain(i, plot));
        return layout;
    }

    // The first panel is on top; Plotly counts from the bottom.
    private static double[] Domain(int panel, double plot)
    {
        var top = plot - (panel * (PanelHeight + Between));
        return [Math.Round((top - PanelHeight) / plot, 4), Math.Round(top / plot, 4)];
    }

    private static void AddAxes(Dictionary<string, object?> layout, Figure panel, int index, double[] domain)
    {
        var (x, y) = (PlotlyLayout.AxisOf(panel.X), PlotlyLayout.AxisOf(panel.Y));
        (x["anchor"], y["anchor"], y["domain"]) = (AxisName("y", index), AxisName("x", index), domain);
        // Ticks that nobody sees keep the labels away from marks at the edge.
        (y["ticks"], y["ticklen"], y["tickcolor"]) = ("outside", 9, "rgba(0,0,0,0)");
        layout[AxisName("x", index).Insert(1, "axis")] = x;
        layout[AxisName("y", index).Insert(1, "axis")] = y;
    }

    private static IEnumerable<Dictionary<string, object?>> Shapes(Figure panel, int index)
    {
        foreach (var shape in panel.Marks.SelectMany(PlotlyShape.Of))
        {
            foreach (var axis in new[] { "x", "y" })
                shape[axis + "ref"] = AxisName(axis, index) + (shape.ContainsKey(axis + "ref") ? " domain" : "");
            yield return shape;
        }
    }

    private static IEnumerable<Dictionary<string, object?>> Words(Figure panel, int index)
    {
        foreach (var words in panel.Marks.SelectMany(PlotlyLayout.Words))
        {
            (words["xref"], words["yref"]) = (AxisName("x", index), AxisName("y", index));
            yield return words;
        }
    }

    private static Dictionary<string, object?> Slider(FigureSequence sequence) => new()
    {
        ["active"] = sequence.Start,
        ["x"] = 0,
        ["len"] = 1,
        ["y"] = 0,
        ["pad"] = new Dictionary<string, object?> { ["t"] = 62, ["b"] = 4 },
        ["currentvalue"] = new Dictionary<string, object?> { ["prefix"] = $"{Markup.Escape(sequence.Slider)} = ", ["font"] = PlotlyLayout.Font(13) },
        ["font"] = PlotlyLayout.Font(11),
        ["steps"] = sequence.Frames.Select(frame => Step(frame.Label)).ToArray(),
    };

    private static Dictionary<string, object?> Step(string label) => new()
    {
        ["label"] = label,
        ["method"] = "animate",
        ["args"] = new object[]
        {
            new[] { label },
            new Dictionary<string, object?>
            {
                ["mode"] = "immediate",
                ["frame"] = new Dictionary<string, object?> { ["duration"] = 0, ["redraw"] = false },
                ["transition"] = new Dictionary<string, object?> { ["duration"] = 0 },
            },
        },
    };
}
