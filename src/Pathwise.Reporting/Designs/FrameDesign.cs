using Deedle.Internal;
using Pathwise.Reporting.Tables;

namespace Pathwise.Reporting.Designs;

/// <summary>Frames and series of Deedle, their first and last rows.</summary>
internal static class FrameDesign
{
    private const int MostRows = 20;
    private const int MostColumns = 12;
    private const string Arrow = "->";
    private const string Missing = "<missing>";

    public static Table Of(IFrameFormattable frame) => Of(frame.InteractiveFormat(MostRows, MostColumns, false));

    public static Table Of(ISeriesFormattable series) => Of(series.InteractiveFormat(MostRows));

    // The first line holds the headings; a column of arrows parts the row's name from its values.
    private static Table Of(string[][] lines)
    {
        var width = lines.Select(line => line.Length).DefaultIfEmpty(0).Max();
        var kept = Enumerable.Range(0, width).Where(j => !lines.Any(line => j < line.Length && line[j] == Arrow)).ToList();
        return new("", kept.Select(j => new Column(At(lines[0], j), lines.Skip(1).Select(line => Cell.Verbatim(At(line, j))))));
    }

    private static string At(string[] line, int index) => index < line.Length && line[index] is { } text && text != Missing ? text : "";
}
