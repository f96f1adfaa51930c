using System.ComponentModel;
using System.Diagnostics;
using System.Text;

namespace Pathwise.Notebooks.Deposit;

/// <summary>The files that a study consists of: what git keeps, or without git everything that is neither hidden nor made by a build.</summary>
internal static class StudyFiles
{
    private static readonly string[] Made = ["artifacts", "bin", "obj", "node_modules"];

    /// <summary>Paths from the root with slashes, in order of their characters.</summary>
    public static IReadOnlyList<string> Of(string root) =>
        [.. (Kept(root) ?? Found(root)).Where(path => File.Exists(Path.Combine(root, path))).Order(StringComparer.Ordinal)];

    private static string[]? Kept(string root)
    {
        if (!Path.Exists(Path.Combine(root, ".git")))
            return null;
        try
        {
            var start = new ProcessStartInfo("git", ["ls-files", "-z"]) { WorkingDirectory = root, UseShellExecute = false, RedirectStandardOutput = true, StandardOutputEncoding = Encoding.UTF8 };
            using var process = Process.Start(start)!;
            var output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return process.ExitCode == 0 ? output.Split('\0', StringSplitOptions.RemoveEmptyEntries) : null;
        }
        catch (Win32Exception)
        {
            return null;
        }
    }

    // Two hidden folders belong to a study: the licences of its files, and how Binder builds it.
    private static IEnumerable<string> Found(string root) =>
        from path in Directory.EnumerateFiles(root, "*", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = 0 })
        let relative = Path.GetRelativePath(root, path).Replace('\\', '/')
        let folders = relative.Split('/')[..^1]
        where !folders.Any(folder => Made.Contains(folder) || (folder[0] == '.' && folder is not (".reuse" or ".binder" or ".config")))
        select relative;
}
