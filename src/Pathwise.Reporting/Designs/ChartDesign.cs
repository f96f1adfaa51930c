using Pathwise.Reporting.Exhibits;
using Pathwise.Reporting.Figures;
using Pathwise.Reporting.Tables;
using Plotly.NET;

namespace Pathwise.Reporting.Designs;

/// <summary>Charts of Plotly.NET as pictures, because Plotly draws only in a browser; what has no picture in words.</summary>
internal static class ChartDesign
{
    public static Exhibit Of(GenericChart chart)
    {
        var described = PlotlyChart.Of(chart);
        return (Exhibit?)ChartPicture.Of(described) ?? InWords(described);
    }

    private static Table InWords(PlotlyChart described) =>
        Table.Of(described.Title, described.Traces.ToList(), columns =>
        [
            columns.Text("Trace", trace => trace.Name),
            columns.Text("Drawn as", trace => trace.Type),
            columns.Count("Values", trace => trace.Count),
        ]);
}
