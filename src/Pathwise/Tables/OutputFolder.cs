using System.Text.RegularExpressions;

namespace Pathwise.Tables;

/// <summary>
/// A folder that is written whole or not at all: beside its place, in a folder of its own, then moved there. One run at a time may do so, and
/// nothing is removed that the caller does not know as its own.
/// </summary>
internal sealed partial class OutputFolder : IDisposable
{
    private const string Earlier = "-earlier";

    private readonly string given;
    private readonly string target;
    private readonly Action<string> requireOurs;
    private readonly FileStream gate;

    private OutputFolder(string given, string target, Action<string> requireOurs)
    {
        (this.given, this.target, this.requireOurs) = (given, target, requireOurs);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(target)!);
        gate = Locked(given, Beside("lock"));
        try
        {
            ClearUp();
            Path = Beside(Guid.NewGuid().ToString("N"));
            Directory.CreateDirectory(Path);
        }
        catch
        {
            gate.Dispose();
            throw;
        }

        // A second Ctrl-C ends the process where it stands.
        AppDomain.CurrentDomain.ProcessExit += Release;
    }

    /// <summary>Where to write.</summary>
    public string Path { get; }

    /// <summary>Prepares a folder. Throws <see cref="InputException"/> where it must not or cannot be replaced, or is being written.</summary>
    /// <param name="path">The folder, as it was named.</param>
    /// <param name="requireOurs">Refuses a folder that is there already, given where it lies, when something in it would be lost.</param>
    public static OutputFolder Replacing(string path, Action<string> requireOurs)
    {
        var target = System.IO.Path.TrimEndingDirectorySeparator(OutputFile.PlaceOf(path));
        if (File.Exists(target))
            throw new InputException($"{path} is a file; expected a folder to write to.");
        if (System.IO.Path.GetDirectoryName(target) is null)
            throw new InputException($"{path} is the root of all folders; expected a folder to write to.");
        try
        {
            requireOurs(target);
            return new OutputFolder(path, target, requireOurs);
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
            requireOurs(target);
            var earlier = Path + Earlier;
            if (Directory.Exists(target))
                Directory.Move(target, earlier);
            Directory.Move(Path, target);
            Remove(earlier);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw Refusal(given, failure);
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
        System.IO.Path.Combine(System.IO.Path.GetDirectoryName(target)!, $".{System.IO.Path.GetFileName(target)}.pathwise-{ending}");

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
        var beside = Directory.GetDirectories(System.IO.Path.GetDirectoryName(target)!);
        var left = beside.Where(each => each.StartsWith(Beside(""), StringComparison.Ordinal) && Scratch().IsMatch(each)).ToList();
        if (!Directory.Exists(target) && left.Find(each => each.EndsWith(Earlier, StringComparison.Ordinal)) is { } earlier)
            Directory.Move(earlier, target);
        left.ForEach(Remove);
    }

    private void Release(object? sender, EventArgs ending)
    {
        Remove(Path);
        gate.Dispose();
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
