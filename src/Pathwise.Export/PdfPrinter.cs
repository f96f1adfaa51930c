using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Pathwise.Reporting.Figures;

namespace Pathwise.Export;

/// <summary>A picture as PDF, by a program of this machine: rsvg-convert, or a Chromium. Dates in it are those of nobody's clock.</summary>
internal static partial class PdfPrinter
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    /// <summary>Says why there is no PDF.</summary>
    public const string Missing = "not made: neither rsvg-convert nor a Chromium on the path printed the SVG; any browser or Inkscape does.";

    /// <summary>The picture, or null where no program printed it.</summary>
    public static byte[]? Print(Figure figure)
    {
        var folder = Directory.CreateTempSubdirectory("pathwise-");
        try
        {
            var target = Path.Combine(folder.FullName, "figure.pdf");
            return ByConverter(figure, folder.FullName, target) || ByBrowser(figure, folder.FullName, target) ? Dated(File.ReadAllBytes(target)) : null;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static bool ByConverter(Figure figure, string folder, string target)
    {
        if (Chromium.OnPath("rsvg-convert") is not { } program)
            return false;
        var source = Path.Combine(folder, "figure.svg");
        File.WriteAllText(source, figure.ToSvg());
        return Run(program, ["--format", "pdf", "--output", target, source], target);
    }

    private static bool ByBrowser(Figure figure, string folder, string target)
    {
        if (Chromium.Find() is not { } program)
            return false;
        var page = Path.Combine(folder, "figure.html");
        var size = string.Create(CultureInfo.InvariantCulture, $"{figure.Width}px {figure.Height}px");
        File.WriteAllText(page, $"<!doctype html><meta charset=\"utf-8\"><title>{Path.GetFileNameWithoutExtension(target)}</title><style>@page{{size:{size};margin:0}}html,body{{margin:0}}svg{{display:block}}</style>{figure.ToSvg()}");
        return Run(program, Chromium.Printing(page, target, $"--user-data-dir={Path.Combine(folder, "profile")}"), target);
    }

    private static bool Run(string program, string[] arguments, string target)
    {
        try
        {
            var start = new ProcessStartInfo(program, arguments) { RedirectStandardError = true, RedirectStandardOutput = true };
            start.Environment["SOURCE_DATE_EPOCH"] = "315532800";
            using var process = Process.Start(start)!;
            process.OutputDataReceived += static (_, _) => { };
            process.ErrorDataReceived += static (_, _) => { };
            process.BeginOutputReadLine();
            process.BeginErrorReadLine();
            if (!process.WaitForExit(Patience))
                process.Kill(entireProcessTree: true);
            process.WaitForExit();
            return process.ExitCode == 0 && File.Exists(target);
        }
        catch (Win32Exception)
        {
            return false;
        }
    }

    // Of the same length, so that the places of all objects stay.
    private static byte[] Dated(byte[] pdf)
    {
        var text = Dates().Replace(Encoding.Latin1.GetString(pdf), static found => found.Groups[1].Value + Digits().Replace(found.Groups[2].Value, "0"));
        return Encoding.Latin1.GetBytes(text);
    }

    [GeneratedRegex(@"(/(?:CreationDate|ModDate) ?\(D:)([^)]*)", RegexOptions.CultureInvariant)]
    private static partial Regex Dates();

    [GeneratedRegex("[0-9]", RegexOptions.CultureInvariant)]
    private static partial Regex Digits();
}
