namespace Pathwise.Tables;

/// <summary>The bytes of a file that somebody named.</summary>
internal static class FileBytes
{
    /// <summary>Reads the whole file; a folder, a file that is not there, cannot be read or is too long is an <see cref="InputException"/>.</summary>
    /// <param name="path">The file.</param>
    /// <param name="most">The most bytes that it may have.</param>
    /// <param name="tooLong">What to say of a file with more, after its path; takes their number.</param>
    public static byte[] Read(string path, long most, Func<long, string> tooLong)
    {
        if (Directory.Exists(path))
            throw new InputException($"{path} is a folder; expected a file.");
        if (!File.Exists(path))
            throw new InputException($"{path} does not exist.");
        try
        {
            return new FileInfo(path).Length is var length && length <= most ? File.ReadAllBytes(path) : throw new InputException($"{path} {tooLong(length)}");
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new InputException($"{path} cannot be read: {problem.Message}", problem);
        }
    }
}
