using Pathwise.Reporting.Figures;
using Pathwise.Reporting.Plots;
using Pathwise.Sem.Power;
using Pathwise.Tables;

namespace Pathwise.Cli.Console;

/// <summary>The figures of a power study as files.</summary>
internal static class PowerPictures
{
    /// <summary>One size: power by effect and interval, and coverage beside it; several: power against the number of cases.</summary>
    public static void Write(string path, PowerCurve curve, double power)
    {
        if (curve.Results.Count > 1)
        {
            Write(path, curve.Draw(power));
            return;
        }

        Write(path, curve.Results[0].Draw());
        Write(Beside(path), curve.Results[0].DrawCoverage());
    }

    /// <summary>The file of the coverage beside that of the power.</summary>
    public static string Beside(string path) =>
        Path.Combine(Path.GetDirectoryName(path) ?? "", $"{Path.GetFileNameWithoutExtension(path)}-coverage{Path.GetExtension(path)}");

    private static void Write(string path, Figure figure) => OutputFile.Write(path, writer => writer.Write(figure.ToSvg()));
}
