using Pathwise.Reporting.Figures;
using Pathwise.Reporting.Tables;
using Plotly.NET;

namespace Pathwise.Reporting.Designs;

/// <summary>Charts of Plotly.NET in words, for who cannot see them: Plotly draws only in a browser.</summary>
internal static class ChartDesign
{
    public static Table Of(GenericChart chart)
    {
        var described = PlotlyChart.Of(chart);
        return Table.Of(described.Title, described.Traces.ToList(), columns =>
        [
            columns.Text("Trace", trace => trace.Name),
            columns.Text("Drawn as", trace => trace.Type),
            columns.Count("Values", trace => trace.Count),
        ]);
    }
}
