using Pathwise.Tables;

namespace Pathwise.Notebooks.Html;

/// <summary>The script that draws figures, taken from the library that describes them.</summary>
internal static class PlotlyAsset
{
    private const string Resource = "Plotly.NET.plotly-2.28.0.min.js";

    /// <summary>Writes the script to a file.</summary>
    public static void Write(string path)
    {
        using var source = typeof(Plotly.NET.GenericChart).Assembly.GetManifestResourceStream(Resource)
            ?? throw new InvalidOperationException($"Plotly.NET has no resource {Resource}.");
        OutputFile.WriteBytes(path, source.CopyTo, makesFolder: true);
    }
}
