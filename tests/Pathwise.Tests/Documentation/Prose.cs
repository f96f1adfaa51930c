using Pathwise.Notebooks.Documents;
using Pathwise.Notebooks.Replication;

namespace Pathwise.Tests.Documentation;

/// <summary>The written pages of the repository: Markdown files, and the Markdown of notebooks.</summary>
internal static class Prose
{
    private static readonly string[] Folders = ["data", "docs", "environment", "tests/fixtures"];

    /// <summary>Every Markdown file, by its path from the root.</summary>
    public static IReadOnlyList<string> Files { get; } =
    [
        .. Directory.GetFiles(Repository.Root, "*.md").Concat(Folders.SelectMany(folder => Directory.GetFiles(Repository.Path(folder), "*.md", SearchOption.AllDirectories)))
            .Select(file => Path.GetRelativePath(Repository.Root, file).Replace('\\', '/')).Order(StringComparer.Ordinal),
    ];

    /// <summary>All notebooks by name.</summary>
    public static IReadOnlyDictionary<string, Notebook> Notebooks { get; } =
        new Study(Repository.Root).Notebooks.ToDictionary(path => Path.GetFileNameWithoutExtension(path), NotebookReader.Read);

    /// <summary>The text of a file.</summary>
    public static string Text(string file) => File.ReadAllText(Repository.Path(file));

    /// <summary>The text of a file with every run of white space as one blank, so that sentences can be found across lines.</summary>
    public static string Running(string file) => string.Join(' ', Text(file).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>The rows below the headings of the table that begins with this heading line, cell by cell.</summary>
    public static IReadOnlyList<string[]> Table(string file, string heading)
    {
        var lines = Text(file).Split('\n');
        var start = Array.FindIndex(lines, line => line.StartsWith(heading, StringComparison.Ordinal));
        return start < 0
            ? throw new InvalidDataException($"{file} has no table '{heading}'.")
            : [.. lines.Skip(start + 2).TakeWhile(line => line.StartsWith('|')).Select(line => line.Trim()[1..^1].Split('|', StringSplitOptions.TrimEntries))];
    }
}
