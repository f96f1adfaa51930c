using Deedle.Internal;
using Pathwise.Reporting.Figures;
using Plotly.NET;

namespace Pathwise.Reporting.Displays;

/// <summary>
/// The forms in which our own engine shows values beyond what it is told by their marks: drawings also as a description for Plotly, from which
/// its pages draw them anew, and values of other libraries, which have no mark of ours. Other kernels do not ask for a description: they would
/// write it as a text, of which no reader draws anything.
/// </summary>
internal static class EngineForms
{
    /// <summary>The forms of a value, the richest first; null when its type says it itself.</summary>
    public static IReadOnlyCollection<string>? Of(object? value) => value switch
    {
        Drawing { IsRedrawn: true } => [DisplaySource.Plotly, "text/html", "text/plain"],
        GenericChart => [DisplaySource.Plotly, "text/html", "text/plain"],
        IFrameFormattable or ISeriesFormattable => ["text/html", "text/plain"],
        _ => null,
    };
}
