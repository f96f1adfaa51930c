using System.Text;

namespace Pathwise.Surveys;

/// <summary>The text of a file that must be UTF-8 (with or without a byte order mark).</summary>
internal static class FileText
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Reads the whole file; a missing, empty or differently encoded file is an <see cref="InputException"/>.</summary>
    public static string Read(string path)
    {
        var bytes = Bytes(path);
        var start = bytes.AsSpan().StartsWith("\uFEFF"u8) ? 3 : 0;
        // Programs that join files leave a mark inside.
        while (bytes.AsSpan(start).StartsWith("\uFEFF"u8))
            start += 3;
        if (bytes.AsSpan(start).IndexOfAnyExcept(" \t\r\n"u8) < 0)
            throw new InputException($"{path} is empty.");
        RequireText(path, bytes);
        return Decode(path, bytes, start);
    }

    private static byte[] Bytes(string path)
    {
        if (Directory.Exists(path))
            throw new InputException($"{path} is a folder; expected a file.");
        if (!File.Exists(path))
            throw new InputException($"{path} does not exist.");
        try
        {
            return File.ReadAllBytes(path);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new InputException($"{path} cannot be read: {problem.Message}", problem);
        }
    }

    // UTF-16, a spreadsheet and other binary files contain zero bytes; no UTF-8 text does.
    private static void RequireText(string path, byte[] bytes)
    {
        if (bytes.AsSpan().StartsWith("PK"u8))
            throw new InputException($"{path} is a spreadsheet or an archive; expected a text file in UTF-8.");
        if (bytes.AsSpan().Contains((byte)0) || bytes is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..])
            throw new InputException($"{path} is not a text file in UTF-8 (it looks like UTF-16 or a binary file).");
    }

    private static string Decode(string path, byte[] bytes, int start)
    {
        try
        {
            return Strict.GetString(bytes, start, bytes.Length - start);
        }
        catch (DecoderFallbackException problem)
        {
            var line = 1 + bytes.AsSpan(0, start + problem.Index).Count((byte)'\n');
            throw new InputException(
                $"{path}, line {line}: byte 0x{problem.BytesUnknown![0]:X2} is not UTF-8; expected a file saved in UTF-8.",
                problem);
        }
    }
}
