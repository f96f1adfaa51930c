using Pathwise.Reporting.Designs;
using Pathwise.Reporting.Figures;
using Pathwise.Reporting.Plots;
using Pathwise.Sem.Moderation;
using Pathwise.Tables;

namespace Pathwise.Cli.Console;

/// <summary>The figures of conditional effects as files.</summary>
internal static class ModerationPictures
{
    /// <summary>
    /// Draws the effects along or at values of their moderators and the regression lines, the first into a file, the others beside it, numbered from 2; and the diagrams, conceptual and
    /// statistical, under the same name with -concept and -model.
    /// </summary>
    public static void Write(string path, ModerationResult result)
    {
        foreach (var (k, drawing) in ModerationDesign.Figures(result).Index())
            Write(k == 0 ? path : Beside(path, $"{k + 1}"), drawing);
        Write(Beside(path, "concept"), result.DrawConcept());
        Write(Beside(path, "model"), result.DrawModel());
    }

    private static void Write(string path, Drawing drawing) => OutputFile.Write(path, writer => writer.Write(drawing.ToSvg()));

    private static string Beside(string path, string what) =>
        Path.Combine(Path.GetDirectoryName(path) ?? "", $"{Path.GetFileNameWithoutExtension(path)}-{what}{Path.GetExtension(path)}");
}
