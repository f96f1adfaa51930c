using Pathwise.Import.Binary;
using Pathwise.Import.Contents;

namespace Pathwise.Import.Stata;

/// <summary>The variables of a Stata file, and where its cells stand.</summary>
internal sealed class DtaDictionary
{
    private const string Part = "its dictionary";
    private readonly ByteCursor bytes;
    private readonly DtaHeader header;
    private readonly long[] map = new long[14];

    private DtaDictionary(ByteCursor bytes, DtaHeader header) => (this.bytes, this.header) = (bytes, header);

    public IReadOnlyList<DtaVariable> Variables { get; private set; } = [];

    /// <summary>Reads up to the first cell.</summary>
    public static DtaDictionary Read(ByteCursor bytes, DtaHeader header)
    {
        if (header.Variables == 0)
            throw bytes.Fault("the Stata file has no variables");
        ImportLimits.RequireSize(bytes.Path, header.Cases, header.Variables);
        var dictionary = new DtaDictionary(bytes, header);
        if (header.Layout.IsTagged)
            dictionary.ReadMap();
        dictionary.ReadVariables();
        return dictionary;
    }

    /// <summary>Goes to the long texts, behind the cells.</summary>
    public void MoveToLongTexts() => MoveTo(10, "<strls>");

    /// <summary>Goes to the value labels, which end the file.</summary>
    public void MoveToLabels() => MoveTo(11, "<value_labels>");

    private void ReadMap()
    {
        DtaHeader.Expect(bytes, "<map>");
        for (var i = 0; i < map.Length; i++)
            map[i] = bytes.Int64(Part);
        DtaHeader.Expect(bytes, "</map>");
    }

    private void ReadVariables()
    {
        var (layout, count) = (header.Layout, header.Variables);
        MoveTo(2, "<variable_types>");
        var types = Many(count, () => DtaType.Of((int)bytes.Unsigned(layout.TypeBytes, Part), layout.IsTagged) ?? throw bytes.Fault("a variable of the Stata file has an unknown type; it is damaged"));
        var names = Texts(3, "<varnames>", layout.NameBytes);
        MoveTo(4, "<sortlist>");
        bytes.Take((count + 1L) * (layout.Release == 119 ? 4 : 2), Part);
        var formats = Texts(5, "<formats>", layout.FormatBytes);
        var sets = Texts(6, "<value_label_names>", layout.NameBytes);
        var labels = Texts(7, "<variable_labels>", layout.LabelBytes);
        Variables = [.. Enumerable.Range(0, count).Select(i => new DtaVariable(names[i], types[i], formats[i], sets[i], labels[i]))];
        MoveToCells();
    }

    private void MoveToCells()
    {
        MoveTo(9, "<data>");
        while (!header.Layout.IsTagged && (bytes.Byte(Part), bytes.Int32(Part)) is var (kind, length) && (kind != 0 || length != 0))
            bytes.Take(length, Part);
    }

    private List<string> Texts(int place, string tag, int width)
    {
        MoveTo(place, tag);
        return Many(header.Variables, () => header.Layout.Text(bytes.Take(width, Part)));
    }

    private static List<T> Many<T>(int count, Func<T> read)
    {
        var list = new List<T>();
        for (var i = 0; i < count; i++)
            list.Add(read());
        return list;
    }

    private void MoveTo(int place, string tag)
    {
        if (!header.Layout.IsTagged)
            return;
        bytes.MoveTo(map[place], tag);
        DtaHeader.Expect(bytes, tag);
    }
}
