using System.Text.Json;

namespace Pathwise.Notebooks.Execution;

/// <summary>The files of restored packages: assemblies, and native libraries for this system.</summary>
internal sealed record RestoredPackages(IReadOnlyList<string> Assemblies, IReadOnlyList<string> NativeLibraries)
{
    /// <summary>Reads NuGet's account of a restore; of its targets, the one for this system.</summary>
    public static RestoredPackages Read(string assetsFile)
    {
        using var assets = JsonDocument.Parse(File.ReadAllText(assetsFile));
        var root = assets.RootElement;
        var target = root.GetProperty("targets").EnumerateObject().OrderBy(each => each.Name.Contains('/', StringComparison.Ordinal)).Last().Value;
        return new([.. Files(root, target, "runtime").Where(file => file.EndsWith(".dll", StringComparison.OrdinalIgnoreCase))], [.. Files(root, target, "native")]);
    }

    private static IEnumerable<string> Files(JsonElement root, JsonElement target, string group)
    {
        string[] folders = [.. root.GetProperty("packageFolders").EnumerateObject().Select(each => each.Name)];
        return from library in target.EnumerateObject()
               where library.Value.TryGetProperty(@group, out _)
               let folder = root.GetProperty("libraries").GetProperty(library.Name).GetProperty("path").GetString()!
               from file in library.Value.GetProperty(@group).EnumerateObject()
               select folders.Select(each => Path.GetFullPath(Path.Combine(each, folder, file.Name))).FirstOrDefault(File.Exists) into path
               where path is not null
               select path;
    }
}
