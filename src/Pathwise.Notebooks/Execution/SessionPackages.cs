using Microsoft.CodeAnalysis;

namespace Pathwise.Notebooks.Execution;

/// <summary>The packages of a running notebook. All that were asked for are resolved together, so that they fit each other.</summary>
internal sealed class SessionPackages(string folder)
{
    private readonly List<PackageReference> _asked = [];
    private readonly Dictionary<string, string> _files = new(StringComparer.OrdinalIgnoreCase);
    private Action _keep = static () => { };

    /// <summary>
    /// References for the packages of a cell, which are none where the notebook has them already; or why they cannot be had. They count
    /// from when they are kept: a cell that does not compile changes nothing.
    /// </summary>
    public (IReadOnlyList<MetadataReference> References, CellFailure? Failure) Add(IReadOnlyList<PackageReference> packages)
    {
        _keep = static () => { };
        foreach (var package in packages.Where(each => OwnPackages.Contains(each.Name)))
            if (OwnPackages.Refusal(package) is { } refusal)
                return ([], CellFailure.At(package.Line, refusal));
        var foreign = packages.Where(each => !OwnPackages.Contains(each.Name) && !IsAsked(each)).ToList();
        try
        {
            string[] files = [.. packages.Where(each => OwnPackages.Contains(each.Name)).SelectMany(each => OwnPackages.Files(each.Name)), .. Restored(foreign)];
            var added = files.Where(file => !_files.ContainsKey(Path.GetFileName(file))).Distinct().ToDictionary(file => Path.GetFileName(file));
            _keep = () => Keep(foreign, added);
            return ([.. added.Values.Select(file => MetadataReference.CreateFromFile(file))], null);
        }
        catch (InputException failure)
        {
            return ([], CellFailure.At(foreign[0].Line, $"{string.Join("; ", foreign)}: {failure.Message}"));
        }
    }

    /// <summary>What was added last is the notebook's: its cell has run.</summary>
    public void Keep() => _keep();

    private void Keep(List<PackageReference> asked, Dictionary<string, string> files)
    {
        _asked.AddRange(asked);
        foreach (var (name, file) in files)
            _files.TryAdd(name, file);
    }

    private List<string> Restored(List<PackageReference> foreign)
    {
        if (foreign.Count == 0)
            return [];
        var earlier = _asked.Where(each => !foreign.Exists(other => other.Name.Equals(each.Name, StringComparison.OrdinalIgnoreCase)));
        var restored = PackageRestore.Of([.. earlier, .. foreign], folder);
        var files = restored.Assemblies.Select(OwnPackages.Preferred).ToList();
        // What is loaded stays loaded.
        if (files.Find(file => _files.TryGetValue(Path.GetFileName(file), out var loaded) && loaded != file) is { } other)
            throw new InputException($"{Path.GetFileName(other)} is loaded in another version already; ask for all packages in one cell at the top, and restart the notebook.");
        NativeLibraries.Offer(restored.NativeLibraries);
        return files;
    }

    private bool IsAsked(PackageReference package) =>
        _asked.Exists(each => each.Name.Equals(package.Name, StringComparison.OrdinalIgnoreCase) && (package.Version is null || package.Version == each.Version));
}
