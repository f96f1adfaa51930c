using System.Globalization;
using System.Text;

namespace Pathwise.Tables;

/// <summary>The text of a file that must be UTF-8 (with or without a byte order mark).</summary>
internal static class FileText
{
    // The longest string that .NET makes.
    private const int LongestText = 0x3FFFFFDF;

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Reads the whole file; a missing, empty or differently encoded file is an <see cref="InputException"/>.</summary>
    public static string Read(string path)
    {
        var text = Utf8(path).Span;
        return Strict.GetCharCount(text) <= LongestText
            ? Strict.GetString(text)
            : throw new InputException(string.Create(CultureInfo.InvariantCulture, $"{path} is too long for a text of this kind; expected at most {LongestText:N0} characters."));
    }

    /// <summary>The bytes of the text, known to be UTF-8, without the mark; the same files are refused.</summary>
    public static ReadOnlyMemory<byte> Utf8(string path)
    {
        var bytes = Bytes(path);
        var start = bytes.AsSpan().StartsWith("\uFEFF"u8) ? 3 : 0;
        // Programs that join files leave a mark inside.
        while (bytes.AsSpan(start).StartsWith("\uFEFF"u8))
            start += 3;
        if (bytes.AsSpan(start).IndexOfAnyExcept(" \t\r\n"u8) < 0)
            throw new InputException($"{path} is empty.");
        RequireText(path, bytes);
        RequireUtf8(path, bytes);
        return bytes.AsMemory(start);
    }

    private static byte[] Bytes(string path) => FileBytes.Read(
        path, Array.MaxLength, length => string.Create(CultureInfo.InvariantCulture, $"has {length:N0} bytes; files of at most {Array.MaxLength:N0} can be read."));

    // UTF-16, a spreadsheet and other binary files contain zero bytes; no UTF-8 text does.
    private static void RequireText(string path, byte[] bytes)
    {
        if (bytes.AsSpan().StartsWith("PK"u8))
            throw new InputException($"{path} is a spreadsheet or an archive; expected a text file in UTF-8.");
        if (bytes.AsSpan().Contains((byte)0) || bytes is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..])
            throw new InputException($"{path} is not a text file in UTF-8 (it looks like UTF-16 or a binary file).");
    }

    private static void RequireUtf8(string path, byte[] bytes)
    {
        try
        {
            Strict.GetCharCount(bytes);
        }
        catch (DecoderFallbackException problem)
        {
            var line = 1 + bytes.AsSpan(0, problem.Index).Count((byte)'\n');
            throw new InputException(
                $"{path}, line {line}: byte 0x{problem.BytesUnknown![0]:X2} is not UTF-8; expected a file saved in UTF-8.",
                problem);
        }
    }
}
