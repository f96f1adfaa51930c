using System.Security.Cryptography;
using System.Text;

namespace Pathwise.Tables;

/// <summary>Content by which files and texts are known again: SHA-256 in small hexadecimal digits, as <c>sha256sum</c> prints it.</summary>
internal static class Checksum
{
    /// <summary>Of bytes.</summary>
    public static string Of(ReadOnlySpan<byte> content) => Convert.ToHexStringLower(SHA256.HashData(content));

    /// <summary>Of a stream from where it stands to its end.</summary>
    public static string Of(Stream content) => Convert.ToHexStringLower(SHA256.HashData(content));

    /// <summary>Of a text in UTF-8.</summary>
    public static string Of(string text) => Of(Encoding.UTF8.GetBytes(text));

    /// <summary>Of a file that is there and can be read.</summary>
    public static string OfFile(string path)
    {
        using var stream = File.OpenRead(path);
        return Of(stream);
    }

    /// <summary>The lines of a file SHA256SUMS, in the order given.</summary>
    public static string Lines(IEnumerable<(string Name, byte[] Content)> files) => string.Concat(files.Select(file => $"{Of(file.Content)}  {file.Name}\n"));
}
