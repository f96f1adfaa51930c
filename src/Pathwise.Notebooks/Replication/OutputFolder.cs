using System.Text.RegularExpressions;
using Pathwise.Tables;

namespace Pathwise.Notebooks.Replication;

/// <summary>
/// A folder that is written whole or not at all: beside its place, in a folder of its own, then moved there. One run at a time may do so, and
/// nothing is ever removed that no replication made.
/// </summary>
internal sealed partial class OutputFolder : IDisposable
{
    // A folder with this file was written by an earlier run and may be replaced; any other one is somebody's work.
    private const string Mark = "scorecard.json";

    private const string Earlier = "-earlier";

    private static readonly string[] Folders = ["assets", "data", "notebooks"];

    private readonly string _given;
    private readonly string _target;
    private readonly FileStream _lock;

    private OutputFolder(string given, string target)
    {
        (_given, _target) = (given, target);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(target)!);
        _lock = Locked(given, Beside("lock"));
        try
        {
            ClearUp();
            Path = Beside(Guid.NewGuid().ToString("N"));
            Directory.CreateDirectory(Path);
        }
        catch
        {
            _lock.Dispose();
            throw;
        }

        // A second Ctrl-C ends the process where it stands.
        AppDomain.CurrentDomain.ProcessExit += Release;
    }

    /// <summary>Where to write.</summary>
    public string Path { get; }

    /// <summary>Prepares a folder. Throws <see cref="InputException"/> where it must not or cannot be replaced, or is being written.</summary>
    public static OutputFolder Replacing(string path)
    {
        var target = System.IO.Path.TrimEndingDirectorySeparator(OutputFile.PlaceOf(path));
        if (File.Exists(target))
            throw new InputException($"{path} is a file; expected a folder to write to.");
        if (System.IO.Path.GetDirectoryName(target) is null)
            throw new InputException($"{path} is the root of all folders; expected a folder to write to.");
        try
        {
            RequireOurs(path, target);
            return new OutputFolder(path, target);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw Refusal(path, failure);
        }
    }

    /// <summary>Moves what was written into place.</summary>
    public void Complete()
    {
        try
        {
            // Somebody may have put something there in the meantime.
            RequireOurs(_given, _target);
            var earlier = Path + Earlier;
            if (Directory.Exists(_target))
                Directory.Move(_target, earlier);
            Directory.Move(Path, _target);
            Remove(earlier);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw Refusal(_given, failure);
        }
    }

    /// <summary>Removes what was written and not completed.</summary>
    public void Dispose()
    {
        AppDomain.CurrentDomain.ProcessExit -= Release;
        Release(this, EventArgs.Empty);
    }

    private static InputException Refusal(string path, Exception failure) => new($"Cannot write to {path}: {failure.Message}", failure);

    private string Beside(string ending) =>
        System.IO.Path.Combine(System.IO.Path.GetDirectoryName(_target)!, $".{System.IO.Path.GetFileName(_target)}.pathwise-{ending}");

    // The lock is the system's: it ends with the process, however that ends.
    private static FileStream Locked(string given, string path)
    {
        try
        {
            return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1, FileOptions.DeleteOnClose);
        }
        catch (IOException) when (File.Exists(path))
        {
            throw new InputException($"{given} is being written by another run; wait until that has ended, or write to another folder.");
        }
    }

    // What a killed run left behind: its half-written folder, and the earlier one if it was killed between two moves. The lock says that
    // no run of this target is alive.
    private void ClearUp()
    {
        var beside = Directory.GetDirectories(System.IO.Path.GetDirectoryName(_target)!);
        var left = beside.Where(each => each.StartsWith(Beside(""), StringComparison.Ordinal) && Scratch().IsMatch(each)).ToList();
        if (!Directory.Exists(_target) && left.Find(each => each.EndsWith(Earlier, StringComparison.Ordinal)) is { } earlier)
            Directory.Move(earlier, _target);
        left.ForEach(Remove);
    }

    private static void RequireOurs(string given, string target)
    {
        if (!Directory.Exists(target) || !Directory.EnumerateFileSystemEntries(target).Any())
            return;
        if (!File.Exists(System.IO.Path.Combine(target, Mark)))
            throw new InputException($"{given} holds other files (it has no {Mark}); expected an empty folder or an earlier replication.");
        if (Directory.EnumerateFileSystemEntries(target).FirstOrDefault(entry => !IsOurs(entry)) is { } foreign)
            throw new InputException($"{given} holds {System.IO.Path.GetFileName(foreign)}, which no replication writes and which would be lost; move it away, or write to another folder.");
    }

    private static bool IsOurs(string entry)
    {
        var name = System.IO.Path.GetFileName(entry);
        return Directory.Exists(entry) ? Folders.Contains(name) : name == Mark || name.EndsWith(".html", StringComparison.Ordinal);
    }

    private void Release(object? sender, EventArgs ending)
    {
        Remove(Path);
        _lock.Dispose();
    }

    private static void Remove(string folder)
    {
        try
        {
            if (Directory.Exists(folder))
                Directory.Delete(folder, recursive: true);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            // A process of a notebook may still be writing there; the next run clears it up.
        }
    }

    [GeneratedRegex("\\.pathwise-[0-9a-f]{32}(-earlier)?$")]
    private static partial Regex Scratch();
}
