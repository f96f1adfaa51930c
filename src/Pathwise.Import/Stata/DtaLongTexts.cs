using Pathwise.Import.Binary;

namespace Pathwise.Import.Stata;

/// <summary>Texts that stand behind the cells (strL), by the number of the variable and of the case that named them first.</summary>
internal static class DtaLongTexts
{
    private const string Part = "its long texts";
    private const byte IsText = 130;

    public static Dictionary<(ulong Variable, ulong Case), string> Read(ByteCursor bytes, DtaLayout layout)
    {
        var texts = new Dictionary<(ulong, ulong), string>();
        while (bytes.Take(3, Part).SequenceEqual("GSO"u8))
        {
            var key = (bytes.Unsigned(4, Part), bytes.Unsigned(layout.IsUnicode ? 8 : 4, Part));
            var kind = bytes.Byte(Part);
            var content = bytes.Take((long)bytes.Unsigned(4, Part), Part);
            texts[key] = kind == IsText ? layout.Text(content) : System.Text.Encoding.Latin1.GetString(content);
        }

        return texts;
    }

    /// <summary>
    /// The text that a cell names by two numbers in eight bytes, shared out by release: 4 and 4, 2 and 6, 3 and 5; haven keeps 2 and 6
    /// in release 119.
    /// </summary>
    public static string? Find(Dictionary<(ulong Variable, ulong Case), string> texts, ulong cell, DtaLayout layout, bool isBigEndian)
    {
        int[] sizes = layout.Release switch { 117 => [4], 118 => [2], _ => [3, 2] };
        return sizes.Select(size => texts.GetValueOrDefault(Key(cell, 8 * size, isBigEndian))).FirstOrDefault(text => text is not null);
    }

    private static (ulong, ulong) Key(ulong cell, int bits, bool isBigEndian) =>
        isBigEndian ? (cell >> (64 - bits), cell & (ulong.MaxValue >> bits)) : (cell & (ulong.MaxValue >> (64 - bits)), cell >> bits);
}
