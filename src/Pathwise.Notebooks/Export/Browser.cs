using System.Diagnostics;

namespace Pathwise.Notebooks.Export;

/// <summary>A Chromium on this machine, which prints pages. Only PDF needs one.</summary>
internal sealed class Browser
{
    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "microsoft-edge", "msedge", "chrome"];

    private readonly string _program;

    private Browser(string program) => _program = program;

    /// <summary>The first one on the path. Throws <see cref="InputException"/> when there is none.</summary>
    public static Browser Find()
    {
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        var found = from folder in folders
                    from name in Names
                    from path in new[] { Path.Combine(folder, name), Path.Combine(folder, name + ".exe") }
                    where File.Exists(path)
                    select path;
        return new(found.FirstOrDefault() ?? throw new InputException(
            "PDF needs a Chromium on the path and there is none; export to html and print the page with any browser instead."));
    }

    /// <summary>Prints a page into a file.</summary>
    public async Task PrintAsync(string page, string target, CancellationToken cancellation)
    {
        string[] arguments =
        [
            "--headless", "--disable-gpu", "--disable-background-networking", "--no-pdf-header-footer", "--virtual-time-budget=5000",
            .. Environment.UserName == "root" ? new[] { "--no-sandbox" } : [], $"--print-to-pdf={target}", new Uri(page).AbsoluteUri,
        ];
        using var process = Process.Start(new ProcessStartInfo(_program, arguments) { RedirectStandardError = true, RedirectStandardOutput = true })!;
        var said = await process.StandardError.ReadToEndAsync(cancellation).ConfigureAwait(false);
        await process.WaitForExitAsync(cancellation).ConfigureAwait(false);
        if (process.ExitCode != 0 || !File.Exists(target))
            throw new InputException($"{_program} did not print {Path.GetFileName(page)}: {said.Trim().Split('\n')[^1]}");
    }
}
