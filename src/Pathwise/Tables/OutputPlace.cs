using System.Text;

namespace Pathwise.Tables;

/// <summary>Where an output lies in the end, every symbolic link followed.</summary>
internal sealed class OutputPlace
{
    // As many links as Linux follows.
    private const int MostLinks = 40;

    // As many bytes as common file systems allow.
    private const int LongestName = 255;

    private readonly string _given;

    private OutputPlace(string given, string path) => (_given, Path) = (given, path);

    /// <summary>The file itself.</summary>
    public string Path { get; }

    public string Folder => System.IO.Path.GetDirectoryName(Path)!;

    /// <summary>Whether it is a device or a pipe, which takes what is written and cannot be replaced.</summary>
    public bool IsDevice => IsDeviceName(Path);

    /// <summary>The place that a caller names. Throws <see cref="InputException"/> where nothing may be written.</summary>
    public static OutputPlace Of(string path, bool isRaw)
    {
        if (string.IsNullOrWhiteSpace(path) || path.Contains('\0', StringComparison.Ordinal))
            throw new InputException($"'{path.Replace("\0", "\\0", StringComparison.Ordinal)}' is not the name of a file to write.");
        try
        {
            var place = new OutputPlace(path, Real(path));
            return isRaw || !IsRaw(place.Path)
                ? place
                : throw new InputException($"Cannot write {path}: it lies in {RawFolder(place.Path)}, whose data are read and never written; only 'pathwise regenerate' makes them anew.");
        }
        catch (Exception failure) when (IsRefusal(failure))
        {
            throw new InputException($"Cannot write {path}: {failure.Message}", failure);
        }
    }

    /// <summary>The path of a file or folder, which need not exist, with every symbolic link followed.</summary>
    public static string Real(string path) => Real(System.IO.Path.GetFullPath(path), MostLinks);

    /// <summary>Whether a path without links lies in a folder <c>data/raw</c>, or is one.</summary>
    public static bool IsRaw(string real) => RawFolder(real) is not null;

    /// <summary>Whether an exception is the system's refusal to write.</summary>
    public static bool IsRefusal(Exception failure) => failure is IOException or UnauthorizedAccessException;

    /// <summary>The refusal in the words of a person's path.</summary>
    public InputException Refusal(Exception failure)
    {
        var why = failure is UnauthorizedAccessException ? "permission denied." : Shortened(failure.Message);
        return new InputException($"Cannot write {_given}: {why}", failure);
    }

    /// <summary>Throws <see cref="InputException"/> where a file cannot be, or must not be replaced.</summary>
    public void RequireWritable()
    {
        if (Directory.Exists(Path))
            throw new InputException($"Cannot write {_given}: it is a folder; expected a file.");
        if (System.IO.Path.EndsInDirectorySeparator(_given))
            throw new InputException($"Cannot write {_given}: it names a folder; expected a file.");
        if (Encoding.UTF8.GetByteCount(System.IO.Path.GetFileName(Path)) > LongestName)
            throw new InputException($"Cannot write {_given}: its name is longer than {LongestName} bytes.");
        if (!Directory.Exists(Folder))
            throw new InputException($"Cannot write {_given}: the folder {Folder} does not exist.");
        if (IsDevice && !File.Exists(Path))
            throw new InputException($"Cannot write {_given}: there is no such device.");
        if (!IsDevice && File.Exists(Path) && new FileInfo(Path).IsReadOnly)
            throw new InputException($"Cannot write {_given}: it is read-only.");
    }

    // Folder by folder, since what a link points to may lie below other links.
    private static string Real(string full, int links)
    {
        var real = System.IO.Path.GetPathRoot(full)!;
        foreach (var name in full[real.Length..].Split(System.IO.Path.DirectorySeparatorChar, StringSplitOptions.RemoveEmptyEntries))
        {
            real = System.IO.Path.Combine(real, name);
            if (!IsDeviceName(real) && new FileInfo(real).LinkTarget is { } target)
                real = links > 0
                    ? Real(System.IO.Path.GetFullPath(target, System.IO.Path.GetDirectoryName(real)!), links - 1)
                    : throw new IOException("too many symbolic links.");
        }

        return real;
    }

    private static bool IsDeviceName(string path) =>
        path.StartsWith("/proc/", StringComparison.Ordinal)
        || (path.StartsWith("/dev/", StringComparison.Ordinal) && !path.StartsWith("/dev/shm/", StringComparison.Ordinal));

    private static string? RawFolder(string real)
    {
        var folder = new DirectoryInfo(real);
        for (var each = folder; each?.Parent is not null; each = each.Parent)
            if (Is(each, "raw") && Is(each.Parent, "data"))
                return each.FullName;
        return null;
    }

    private static bool Is(DirectoryInfo folder, string name) => folder.Name.Equals(name, StringComparison.OrdinalIgnoreCase);

    // The system's message names the temporary file, which nobody knows.
    private static string Shortened(string message)
    {
        var end = message.IndexOf(" : '", StringComparison.Ordinal);
        return end < 0 ? message.ReplaceLineEndings(" ") : char.ToLowerInvariant(message[0]) + message[1..end] + ".";
    }
}
