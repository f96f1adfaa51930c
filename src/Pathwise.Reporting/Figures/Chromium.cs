namespace Pathwise.Reporting.Figures;

/// <summary>The programs of this machine that print: found on the path, and never needed but for PDF.</summary>
internal static class Chromium
{
    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "microsoft-edge", "msedge", "chrome"];

    /// <summary>The first Chromium on the path, or null.</summary>
    public static string? Find() => OnPath(Names);

    /// <summary>The first program of one of these names on the path, or null.</summary>
    public static string? OnPath(params string[] names)
    {
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        return (from folder in folders
                from name in names
                from path in new[] { Path.Combine(folder, name), Path.Combine(folder, name + ".exe") }
                where File.Exists(path)
                select path).FirstOrDefault();
    }

    /// <summary>What it is told to print a page into a file, with further options.</summary>
    public static string[] Printing(string page, string target, params string[] further) =>
    [
        "--headless", "--disable-gpu", "--disable-background-networking", "--no-pdf-header-footer",
        .. Environment.UserName == "root" ? new[] { "--no-sandbox" } : [], .. further, $"--print-to-pdf={target}", new Uri(page).AbsoluteUri,
    ];
}
