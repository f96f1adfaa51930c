using Deedle.Internal;
using Plotly.NET;

namespace Pathwise.Reporting.Displays;

/// <summary>
/// The forms in which our own engine shows values of other libraries, which have no mark of ours to say it. Other kernels show
/// them as HTML; they would write a description for Plotly as a text, of which no reader draws a chart.
/// </summary>
internal static class ForeignForms
{
    /// <summary>The forms of a value, the richest first; null when its type says it itself.</summary>
    public static IReadOnlyCollection<string>? Of(object? value) => value switch
    {
        GenericChart => [DisplaySource.Plotly, "text/plain"],
        IFrameFormattable or ISeriesFormattable => ["text/html", "text/plain"],
        _ => null,
    };
}
