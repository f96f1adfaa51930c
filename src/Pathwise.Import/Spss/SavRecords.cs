using Pathwise.Import.Binary;

namespace Pathwise.Import.Spss;

/// <summary>The dictionary of an SPSS system file as it is written: bytes, since the encoding is told behind the names.</summary>
internal sealed class SavRecords
{
    private const string Part = "its dictionary";
    private const int LongestLabel = 1 << 16;

    private readonly ByteCursor bytes;
    private List<(byte[] Value, byte[] Text)> pending = [];

    private SavRecords(ByteCursor bytes) => this.bytes = bytes;

    /// <summary>The variables, and behind each string longer than eight bytes its continuations (type -1).</summary>
    public List<SavVariableRecord> Variables { get; } = [];

    /// <summary>Sets of value labels, each with the numbers (from 0) of the variable records it is for.</summary>
    public List<(List<(byte[] Value, byte[] Text)> Labels, int[] Slots)> LabelSets { get; } = [];

    /// <summary>Records of type 7 by their subtype.</summary>
    public Dictionary<int, byte[]> Extensions { get; } = [];

    /// <summary>Reads up to the cells.</summary>
    public static SavRecords Read(ByteCursor bytes)
    {
        var records = new SavRecords(bytes);
        while (bytes.Int32(Part) is var kind && kind != 999)
            records.Take(kind);
        bytes.Int32(Part);
        return records;
    }

    private void Take(int kind)
    {
        switch (kind)
        {
            case 2:
                Variables.Add(Variable());
                break;
            case 3:
                pending = Labels();
                break;
            case 4:
                LabelSets.Add((pending, Slots()));
                break;
            case 6:
                bytes.Take(80L * bytes.Int32(Part), Part);
                break;
            case 7:
                var (subtype, size, count) = (bytes.Int32(Part), bytes.Int32(Part), bytes.Int32(Part));
                Extensions[subtype] = bytes.Take((long)size * count, Part).ToArray();
                break;
            default:
                throw bytes.Fault($"its dictionary has a record of the unknown type {kind}; it is damaged");
        }
    }

    private SavVariableRecord Variable()
    {
        var (type, hasLabel, missing, format) = (bytes.Int32(Part), bytes.Int32(Part), bytes.Int32(Part), bytes.Int32(Part));
        bytes.Int32(Part);
        var name = bytes.Take(8, Part).ToArray();
        if (type is < -1 or > 255 || missing is < -3 or > 3 or -1)
            throw bytes.Fault("its dictionary has a variable of an unknown type; it is damaged");
        var label = hasLabel == 1 ? Padded(bytes.Int32(Part), 4) : [];
        return new(name, type, label, format, missing, bytes.Take(Math.Abs(missing) * 8, Part).ToArray());
    }

    private List<(byte[] Value, byte[] Text)> Labels()
    {
        var labels = new List<(byte[], byte[])>();
        for (var left = bytes.Int32(Part); left > 0; left--)
        {
            var value = bytes.Take(8, Part).ToArray();
            var length = bytes.Byte(Part);
            labels.Add((value, bytes.Take(length, Part).ToArray()));
            bytes.Take((8 - ((length + 1) % 8)) % 8, Part);
        }

        return labels;
    }

    private int[] Slots()
    {
        var slots = new List<int>();
        for (var left = bytes.Int32(Part); left > 0; left--)
            slots.Add(bytes.Int32(Part) - 1);
        return [.. slots];
    }

    private byte[] Padded(int length, int multiple)
    {
        if (length is < 0 or > LongestLabel)
            throw bytes.Fault($"its dictionary has a label of {length} bytes; it is damaged");
        var text = bytes.Take(length, Part).ToArray();
        bytes.Take((multiple - (length % multiple)) % multiple, Part);
        return text;
    }
}

/// <summary>One record of a variable: its short name, 0 for numbers or the width of a string, its label, format and missing values.</summary>
internal sealed record SavVariableRecord(byte[] Name, int Type, byte[] Label, int Format, int MissingCode, byte[] Missing);
