using Pathwise.Studies;

namespace Pathwise.Notebooks.Replication;

/// <summary>The folders of a repository that holds a study: notebooks beside data.</summary>
public sealed record Study(string Root)
{
    private static readonly string[] Marks = [StudyPlan.FileName, "Pathwise.slnx"];

    /// <summary>Where outputs go unless told otherwise.</summary>
    public string DefaultOutput => Path.Combine(Root, "artifacts", "replication");

    /// <summary>The data that the notebooks read unless told otherwise.</summary>
    public string Data => Path.Combine(Root, "data");

    /// <summary>The notebooks in order of their names.</summary>
    public IReadOnlyList<string> Notebooks =>
        Directory.Exists(Path.Combine(Root, "notebooks"))
            ? [.. Directory.EnumerateFiles(Path.Combine(Root, "notebooks"), "*.ipynb").Order(StringComparer.Ordinal)]
            : [];

    /// <summary>The repository around a folder. Throws <see cref="InputException"/> when the folder lies in none.</summary>
    public static Study Around(string folder) => RootAround(folder) is { } root
        ? new Study(root)
        : throw new InputException($"Not inside the repository: neither {folder} nor a folder above it has {string.Join(" or ", Marks)}. Change into it first.");

    /// <summary>The root of the repository around a file or folder, or null.</summary>
    public static string? RootAround(string path)
    {
        for (var each = new DirectoryInfo(Path.GetFullPath(path)); each is not null; each = each.Parent)
            if (Marks.Any(mark => File.Exists(Path.Combine(each.FullName, mark))))
                return each.FullName;
        return null;
    }

    /// <summary>The notebooks, of which there must be one.</summary>
    public IReadOnlyList<string> RequireNotebooks() =>
        Notebooks is { Count: > 0 } notebooks ? notebooks : throw new InputException($"No notebooks (.ipynb) in {Path.Combine(Root, "notebooks")}.");
}
