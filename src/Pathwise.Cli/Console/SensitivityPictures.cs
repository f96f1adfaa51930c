using Pathwise.Reporting.Figures;
using Pathwise.Reporting.Plots;
using Pathwise.Sem.Sensitivity;
using Pathwise.Tables;

namespace Pathwise.Cli.Console;

/// <summary>The figures of a sensitivity analysis as files.</summary>
internal static class SensitivityPictures
{
    /// <summary>Draws the curve into a file and the contours of each path and the reliability plane beside it.</summary>
    public static void Write(string path, SensitivityResult result)
    {
        Save(path, result.Draw());
        for (var k = 0; k < result.Paths.Count; k++)
            Save(Beside(path, $"path-{k + 1}"), result.Paths[k].Draw(result.Benchmarks));
        if (result.DrawReliability() is { } plane)
            Save(Beside(path, "reliability"), plane);
    }

    private static string Beside(string path, string what) =>
        Path.Combine(Path.GetDirectoryName(path) ?? "", $"{Path.GetFileNameWithoutExtension(path)}-{what}{Path.GetExtension(path)}");

    private static void Save(string path, Figure figure) => OutputFile.Write(path, writer => writer.Write(figure.ToSvg()));
}
