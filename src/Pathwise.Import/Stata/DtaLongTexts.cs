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

    /// <summary>The key of the text that a cell names: two numbers in eight bytes, shared out by release.</summary>
    public static (ulong Variable, ulong Case) Key(ByteCursor bytes, DtaLayout layout)
    {
        var first = layout.Release switch { 117 => 4, 118 => 2, _ => 3 };
        return (bytes.Unsigned(first, "a case"), bytes.Unsigned(8 - first, "a case"));
    }
}
