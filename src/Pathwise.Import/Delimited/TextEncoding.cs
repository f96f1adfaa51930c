using System.Text;
using Pathwise.Import.Binary;

namespace Pathwise.Import.Delimited;

/// <summary>In which encoding a text is written, and how that was told.</summary>
internal sealed record TextEncoding(Encoding Encoding, int MarkBytes, string Note)
{
    private const int Sampled = 1 << 16;

    /// <summary>Told by a mark at the beginning, by zero bytes, or by whether all bytes are UTF-8; null for bytes that are no text.</summary>
    public static TextEncoding? Of(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith("\uFEFF"u8))
            return IsUtf8(bytes) ? new(Encoding.UTF8, 3, "UTF-8 with a byte order mark") : null;
        if (bytes is [0xFF, 0xFE, ..])
            return new(Encoding.Unicode, 2, "UTF-16 (little-endian, with a byte order mark)");
        if (bytes is [0xFE, 0xFF, ..])
            return new(Encoding.BigEndianUnicode, 2, "UTF-16 (big-endian, with a byte order mark)");
        if (bytes.Contains((byte)0))
            return Unmarked16(bytes[..Math.Min(bytes.Length, Sampled)]);
        if (IsUtf8(bytes))
            return new(Encoding.UTF8, 0, bytes.IndexOfAnyExceptInRange((byte)0, (byte)127) < 0 ? "ASCII" : "UTF-8");
        return HasControls(bytes) ? null : new(Encodings.Western, 0, "Windows-1252 (its bytes are not UTF-8)");
    }

    private static TextEncoding? Unmarked16(ReadOnlySpan<byte> sample)
    {
        var (even, odd) = (0, 0);
        for (var i = 0; i < sample.Length; i++)
        {
            if (sample[i] == 0)
                (even, odd) = i % 2 == 0 ? (even + 1, odd) : (even, odd + 1);
        }

        return odd > sample.Length / 4 && even == 0 ? new(Encoding.Unicode, 0, "UTF-16 (little-endian, told by its zero bytes)")
            : even > sample.Length / 4 && odd == 0 ? new(Encoding.BigEndianUnicode, 0, "UTF-16 (big-endian, told by its zero bytes)")
            : null;
    }

    private static bool IsUtf8(ReadOnlySpan<byte> bytes) => System.Text.Unicode.Utf8.IsValid(bytes);

    private static bool HasControls(ReadOnlySpan<byte> bytes)
    {
        var count = 0;
        foreach (var each in bytes[..Math.Min(bytes.Length, Sampled)])
            count += each < 32 && each is not ((byte)'\t' or (byte)'\n' or (byte)'\r' or (byte)'\f' or 26) ? 1 : 0;
        return count > 0;
    }
}
