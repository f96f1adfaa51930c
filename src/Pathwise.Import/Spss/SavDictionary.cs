using System.Globalization;
using System.Text;
using Pathwise.Import.Binary;
using Pathwise.Import.Contents;

namespace Pathwise.Import.Spss;

/// <summary>The variables of an SPSS system file: names, labels and missing values in their encoding.</summary>
internal sealed class SavDictionary
{
    private readonly ByteCursor bytes;
    private readonly SavRecords records;
    private readonly Dictionary<int, SavVariable> bySlot = [];

    private SavDictionary(ByteCursor bytes, SavRecords records)
    {
        (this.bytes, this.records) = (bytes, records);
        Encoding = SavEncoding.Of(bytes, records.Extensions, out var note);
        EncodingNote = note;
        if (records.Extensions.TryGetValue(4, out var floats) && floats.Length >= 16)
            (SystemMissing, Highest) = (bytes.Double(floats), bytes.Double(floats.AsSpan(8)));
    }

    public Encoding Encoding { get; }

    /// <summary>How the encoding was told.</summary>
    public string EncodingNote { get; }

    /// <summary>The number that stands for no value.</summary>
    public double SystemMissing { get; } = -double.MaxValue;

    private double Highest { get; } = double.MaxValue;

    /// <summary>The number of pieces of eight bytes of a case.</summary>
    public int Width => records.Variables.Count;

    public List<SavVariable> Variables { get; } = [];

    public static SavDictionary Read(ByteCursor bytes)
    {
        var dictionary = new SavDictionary(bytes, SavRecords.Read(bytes));
        dictionary.AddVariables();
        dictionary.AddLabels();
        dictionary.JoinVeryLong();
        dictionary.NameLong();
        SavLongLabels.Add(bytes, dictionary.records.Extensions, dictionary.Encoding, dictionary.Variables);
        if (dictionary.Variables.Count == 0)
            throw bytes.Fault("the SPSS system file has no variables");
        return dictionary;
    }

    /// <summary>A text without the blanks that fill its place.</summary>
    public string Text(ReadOnlySpan<byte> text) => Encoding.GetString(text).TrimEnd(' ', '\0');

    private void AddVariables()
    {
        for (var slot = 0; slot < records.Variables.Count; slot++)
        {
            var record = records.Variables[slot];
            if (record.Type < 0)
                continue;
            var variable = new SavVariable(Text(record.Name), slot, record.Type, record.Format) { Text = Text(record.Label) };
            AddMissing(variable, record);
            bySlot[slot] = variable;
            Variables.Add(variable);
            RequireContinuations(slot, record.Type);
        }
    }

    private void RequireContinuations(int slot, int width)
    {
        for (var i = 1; i < (width + 7) / 8; i++)
        {
            if (slot + i >= records.Variables.Count || records.Variables[slot + i].Type >= 0)
                throw bytes.Fault("its dictionary has a string without room for its bytes; it is damaged");
        }
    }

    private void AddMissing(SavVariable variable, SavVariableRecord record)
    {
        var at = 0;
        if (record.MissingCode < 0 && variable.IsNumber)
        {
            var (low, high) = (bytes.Double(record.Missing), bytes.Double(record.Missing.AsSpan(8)));
            variable.MissingRange = (low, high >= Highest ? double.PositiveInfinity : high);
            at = 16;
        }

        for (; at < record.Missing.Length; at += 8)
            variable.MissingCodes.Add(Value(variable, record.Missing.AsSpan(at, 8)));
    }

    private string Value(SavVariable variable, ReadOnlySpan<byte> value) =>
        variable.IsNumber ? bytes.Double(value).ToString("R", CultureInfo.InvariantCulture) : Text(value);

    private void AddLabels()
    {
        foreach (var (labels, slots) in records.LabelSets)
        {
            foreach (var slot in slots)
            {
                if (!bySlot.TryGetValue(slot, out var variable))
                    throw bytes.Fault("its dictionary labels the values of a variable that it does not have; it is damaged");
                variable.Labels.AddRange(labels.Select(label => new ValueLabel(Value(variable, label.Value), Text(label.Text))));
            }
        }
    }

    // A string of more than 255 bytes is laid out in strings of 255, each a variable; only the whole has a name and a length.
    private void JoinVeryLong()
    {
        foreach (var (name, text) in Pairs(14))
        {
            var at = Variables.FindIndex(variable => string.Equals(variable.ShortName, name, StringComparison.OrdinalIgnoreCase));
            if (at < 0 || !int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var length) || length <= 255)
                continue;
            var segments = (length + 251) / 252;
            if (at + segments > Variables.Count || Variables.GetRange(at, segments).Exists(each => each.IsNumber))
                throw bytes.Fault($"its dictionary says that the string {name} has {length} bytes, and has no room for them; it is damaged");
            RequireRoom(Variables.GetRange(at, segments), length);
            (Variables[at].Width, Variables[at].Segments) = (length, segments);
            Variables.RemoveRange(at + 1, segments - 1);
        }
    }

    private void RequireRoom(List<SavVariable> segments, int length)
    {
        for (var i = 0; i < segments.Count; i++)
        {
            if (segments[i].Width < (i < segments.Count - 1 ? 255 : length - (252 * i)) || segments[i].Slot != segments[0].Slot + (32 * i))
                throw bytes.Fault($"its dictionary has no room for the {length} bytes of the string {segments[0].ShortName}; it is damaged");
        }
    }

    private void NameLong()
    {
        var byShort = Variables.GroupBy(variable => variable.ShortName, StringComparer.OrdinalIgnoreCase)
            .ToDictionary(group => group.Key, group => group.First(), StringComparer.OrdinalIgnoreCase);
        foreach (var (name, text) in Pairs(13))
        {
            if (byShort.TryGetValue(name, out var variable) && text.Length > 0)
                variable.Name = text;
        }
    }

    private IEnumerable<(string Name, string Text)> Pairs(int subtype) =>
        from pair in Text(records.Extensions.GetValueOrDefault(subtype) ?? []).Split('\t', StringSplitOptions.RemoveEmptyEntries)
        let parts = pair.Split('=', 2)
        where parts.Length == 2
        select (parts[0].Trim('\0', ' '), parts[1].Trim('\0', ' '));
}
