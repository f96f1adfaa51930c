using System.Globalization;
using System.Text;
using Pathwise.Export.Content;
using Pathwise.Export.Formats;
using Pathwise.Reporting.Plots;
using Pathwise.Reporting.Plots.Paths;
using Pathwise.Reporting.Tables;

namespace Pathwise.Export.Scripts;

/// <summary>The path diagram as a TikZ picture: variables where the drawn diagram has them, arrows straight, covariances bent.</summary>
internal static class TikzDiagram
{
    // Points of TeX in a pixel.
    private const double Scale = 0.75;

    private const string Opening = """
        \documentclass[tikz,border=4pt]{standalone}
        \usepackage[utf8]{inputenc}
        \usetikzlibrary{shapes.geometric}
        \begin{document}
        \begin{tikzpicture}[>=stealth, font=\footnotesize,
          latent/.style={draw, ellipse, align=center, minimum width=60pt}, observed/.style={draw, rectangle, align=center},
          number/.style={fill=white, inner sep=1pt, font=\scriptsize}]

        """;

    public static string Of(Report report, int number)
    {
        var edges = PathDiagram.Edges(report.Fit, number);
        var graph = new PathGraph(edges);
        var nodes = new PathLayout(graph, new Layers(graph), report.Label).Nodes;
        var names = nodes.Keys.Select((name, i) => (name, id: string.Create(CultureInfo.InvariantCulture, $"n{i + 1}"))).ToDictionary(each => each.name, each => each.id);
        var text = new StringBuilder();
        if (report.Notice is { } notice)
            text.Append("% ").Append(notice).Append('\n');
        text.Append("% Standardized estimates.\n").Append(Opening);
        foreach (var node in nodes.Values)
            text.Append(CultureInfo.InvariantCulture, $"\\node[{(node.IsLatent ? "latent" : "observed")}] ({names[node.Name]}) at ({node.X * Scale:0.#}pt, {-node.Y * Scale:0.#}pt) {{{string.Join(@"\\", node.Lines.Select(LatexText.Escape))}}};\n");
        foreach (var edge in edges.Where(edge => edge.From != edge.To && names.ContainsKey(edge.From) && names.ContainsKey(edge.To)))
            text.Append(Arrow(edge, names[edge.From], names[edge.To]));
        return text.Append("\\end{tikzpicture}\n\\end{document}\n").ToString();
    }

    private static string Arrow(PathEdge edge, string from, string to)
    {
        var value = edge.Value is { } estimate ? $" node[number] {{{LatexText.Escape(NumberText.Number(estimate, 2, isBounded: true).Replace('-', '−'))}}}" : "";
        return edge.Kind == PathKind.Covariance ? $"\\draw[<->] ({from}) to[bend left=30]{value} ({to});\n" : $"\\draw[->] ({from}) --{value} ({to});\n";
    }
}
