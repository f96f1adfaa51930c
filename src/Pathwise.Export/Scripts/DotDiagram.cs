using System.Globalization;
using System.Text;
using Pathwise.Export.Content;
using Pathwise.Reporting.Plots;
using Pathwise.Reporting.Plots.Paths;
using Pathwise.Reporting.Tables;

namespace Pathwise.Export.Scripts;

/// <summary>The path diagram as text for Graphviz.</summary>
internal static class DotDiagram
{
    public static string Of(Report report, int number)
    {
        var edges = PathDiagram.Edges(report.Fit, number);
        var latent = edges.Where(edge => edge.Kind == PathKind.Loading).Select(edge => edge.From).ToHashSet();
        var text = new StringBuilder();
        if (report.Notice is { } notice)
            text.Append("// ").Append(notice).Append('\n');
        text.Append("// Standardized estimates. dot -Tpdf draws it.\ndigraph paths {\n  rankdir=LR;\n  node [fontname=\"Helvetica\", fontsize=11];\n  edge [fontname=\"Helvetica\", fontsize=9];\n");
        foreach (var name in edges.SelectMany(edge => new[] { edge.From, edge.To }).Distinct())
            text.Append(CultureInfo.InvariantCulture, $"  {Quote(name)} [label={Quote(report.Label(name))}, shape={(latent.Contains(name) ? "ellipse" : "box")}];\n");
        foreach (var edge in edges.Where(edge => edge.From != edge.To))
            text.Append(CultureInfo.InvariantCulture, $"  {Quote(edge.From)} -> {Quote(edge.To)} [label=\"{NumberText.Number(edge.Value, 2, isBounded: true)}\"{(edge.Kind == PathKind.Covariance ? ", dir=both, style=dashed, constraint=false" : "")}];\n");
        return text.Append("}\n").ToString();
    }

    private static string Quote(string text) => $"\"{text.Replace("\\", @"\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";
}
