namespace Pathwise.Notebooks.Replication;

/// <summary>A folder that is written whole or not at all: beside its place, then moved there.</summary>
internal sealed class OutputFolder : IDisposable
{
    // A folder with this file was written by an earlier run and may be replaced; any other one is somebody's work.
    private const string Mark = "scorecard.json";

    private readonly string _target;

    private OutputFolder(string target)
    {
        _target = target;
        Path = target + ".partial";
        Remove(Path);
        Directory.CreateDirectory(Path);
    }

    /// <summary>Where to write.</summary>
    public string Path { get; }

    /// <summary>Prepares a folder. Throws <see cref="InputException"/> where it must not or cannot be replaced.</summary>
    public static OutputFolder Replacing(string path)
    {
        var target = System.IO.Path.TrimEndingDirectorySeparator(System.IO.Path.GetFullPath(path));
        if (File.Exists(target))
            throw new InputException($"{path} is a file; expected a folder to write to.");
        if (Directory.Exists(target) && Directory.EnumerateFileSystemEntries(target).Any() && !File.Exists(System.IO.Path.Combine(target, Mark)))
            throw new InputException($"{path} holds other files (it has no {Mark}); expected an empty folder or an earlier replication.");
        try
        {
            return new OutputFolder(target);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new InputException($"Cannot write to {path}: {failure.Message}", failure);
        }
    }

    /// <summary>Moves what was written into place.</summary>
    public void Complete()
    {
        var previous = _target + ".previous";
        Remove(previous);
        if (Directory.Exists(_target))
            Directory.Move(_target, previous);
        Directory.Move(Path, _target);
        Remove(previous);
    }

    /// <summary>Removes what was written and not completed.</summary>
    public void Dispose() => Remove(Path);

    private static void Remove(string folder)
    {
        if (Directory.Exists(folder))
            Directory.Delete(folder, recursive: true);
    }
}
