using Pathwise.Tables;


namespace Pathwise.Analyses;

/// <summary>Files known by their content.</summary>
internal static class FileChecksum
{
    /// <summary>SHA-256 in hexadecimal digits; null where there is no file, or one that can be read only once: whoever reads it says why.</summary>
    public static string? Of(string path)
    {
        if (!File.Exists(path))
            return null;
        try
        {
            using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            return stream.CanSeek ? Checksum.Of(stream) : null;
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>Requires that a file named in another one is there and has the content stated.</summary>
    public static void Require(string source, string place, string path, string? checksum)
    {
        if (!File.Exists(path))
            throw new InputException($"{source}, {place}.path: {path} does not exist.");
        if (Of(path) is var found && found != checksum)
            throw new InputException($"{source}, {place}.sha256: {path} has the checksum {found ?? "of no file"}; expected {checksum}: its content has changed.");
    }
}
