using System.Diagnostics;
using Pathwise.Reporting.Figures;

namespace Pathwise.Notebooks.Export;

/// <summary>A Chromium on this machine, which prints pages. Only PDF needs one.</summary>
internal sealed class Browser
{
    private readonly string _program;

    private Browser(string program) => _program = program;

    /// <summary>The first one on the path. Throws <see cref="InputException"/> when there is none.</summary>
    public static Browser Find() => new(Chromium.Find() ?? throw new InputException(
        "PDF needs a Chromium on the path and there is none; export to html and print the page with any browser instead."));

    /// <summary>Prints a page into a file.</summary>
    public async Task PrintAsync(string page, string target, CancellationToken cancellation)
    {
        using var process = Process.Start(new ProcessStartInfo(_program, Chromium.Printing(page, target, "--virtual-time-budget=5000")) { RedirectStandardError = true, RedirectStandardOutput = true })!;
        var said = await process.StandardError.ReadToEndAsync(cancellation).ConfigureAwait(false);
        await process.WaitForExitAsync(cancellation).ConfigureAwait(false);
        if (process.ExitCode != 0 || !File.Exists(target))
            throw new InputException($"{_program} did not print {Path.GetFileName(page)}: {said.Trim().Split('\n')[^1]}");
    }
}
