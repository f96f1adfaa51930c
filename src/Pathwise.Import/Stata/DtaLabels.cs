using System.Globalization;
using Pathwise.Import.Binary;
using Pathwise.Import.Contents;

namespace Pathwise.Import.Stata;

/// <summary>The sets of value labels at the end of a Stata file.</summary>
internal sealed class DtaLabels(ByteCursor bytes, DtaLayout layout)
{
    private const string Part = "its value labels";
    private const int FirstMissing = 2147483621;

    /// <summary>Reads the sets by their names.</summary>
    public Dictionary<string, IReadOnlyList<ValueLabel>> Read()
    {
        var sets = new Dictionary<string, IReadOnlyList<ValueLabel>>(StringComparer.Ordinal);
        while (HasMore())
        {
            bytes.Int32(Part);
            var name = layout.Text(bytes.Take(layout.NameBytes, Part));
            bytes.Take(3, Part);
            sets[name] = Set();
            if (layout.IsTagged)
                DtaHeader.Expect(bytes, "</lbl>");
        }

        return sets;
    }

    private bool HasMore() => layout.IsTagged ? bytes.Take(5, Part).SequenceEqual("<lbl>"u8) : bytes.Left > 0;

    private ValueLabel[] Set()
    {
        var (count, length) = (bytes.Int32(Part), bytes.Int32(Part));
        if (count < 0 || length < 0 || count > bytes.Left / 8)
            throw bytes.Fault("a set of value labels is cut off; the Stata file is truncated or damaged");
        var offsets = Numbers(count);
        var values = Numbers(count);
        var texts = bytes.Take(length, Part).ToArray();
        if (Array.Exists(offsets, offset => offset < 0 || offset > length))
            throw bytes.Fault("a value label stands outside its set; the Stata file is damaged");
        return [.. values.Select((value, i) => new ValueLabel(Code(value), layout.Text(texts.AsSpan(offsets[i]))))];
    }

    private int[] Numbers(int count)
    {
        var numbers = new int[count];
        for (var i = 0; i < count; i++)
            numbers[i] = bytes.Int32(Part);
        return numbers;
    }

    private static string Code(int value) => value >= FirstMissing ? DtaFile.Mark(value - FirstMissing) : value.ToString(CultureInfo.InvariantCulture);
}
