using System.Globalization;
using System.Text;
using System.Xml;
using Pathwise.Import.Contents;
using Pathwise.Tables;

namespace Pathwise.Import.Sheets;

/// <summary>Reads sheets of OpenDocument (.ods). Equal rows and cells in a run are written once, with how often they stand.</summary>
internal sealed class OpenDocument
{
    private const int MostRepeated = 16_384;

    private readonly PackedFile packed;
    private readonly XmlReader xml;
    private readonly List<string> names = [];
    private readonly List<IReadOnlyList<object?>> rows = [];
    private long cells;
    private int number;

    private OpenDocument(PackedFile packed, XmlReader xml) => (this.packed, this.xml) = (packed, xml);

    /// <summary>The rows of the sheet asked for, or of the first one with cells.</summary>
    public static Grid Read(PackedFile packed, string? asked)
    {
        if (packed.Text("META-INF/manifest.xml") is { } manifest && manifest.Contains("encryption-data", StringComparison.Ordinal))
            throw new InputException($"{packed.Path} is protected by a password; save it without one.");
        return packed.Xml("content.xml", xml => new OpenDocument(packed, xml).Sheet(asked));
    }

    private Grid Sheet(string? asked)
    {
        string? read = null;
        while (xml.Read())
        {
            if (!Begins("table"))
                continue;
            names.Add(xml.GetAttribute("table:name") ?? "");
            if (read is null && (asked is null || asked == names[^1]) && Rows(names[^1]))
                read = names[^1];
        }

        if (read is null)
            throw SheetFile.Chosen(packed.Path, asked, names) is { } empty ? new InputException($"{packed.Path}: the sheet {Quoted.Of(empty)} has no cells.") : new InputException($"{packed.Path} has no sheet with cells.");
        return new SheetRows(packed.Path, read).Read(rows) with { Decisions = [SheetWords.Chosen(read, names)], Form = "sheet of OpenDocument (.ods)" };
    }

    private bool Begins(string name) => xml.NodeType == XmlNodeType.Element && xml.LocalName == name && xml.Prefix == "table";

    private bool Rows(string sheet)
    {
        var depth = xml.Depth;
        (var blank, number) = (0, 0);
        if (xml.IsEmptyElement)
            return false;
        while (xml.Read() && xml.Depth > depth)
        {
            if (!Begins("table-row"))
                continue;
            var times = Repeated("table:number-rows-repeated");
            var row = Row(sheet);
            number = (int)Math.Min(1_048_576L, (long)number + times);
            if (row.Count == 0)
                blank = (int)Math.Min(1_048_576L, (long)blank + times);
            else
                Add(row, times, ref blank);
        }

        return rows.Count > 0;
    }

    private void Add(List<object?> row, int times, ref int blank)
    {
        ImportLimits.RequireSize(packed.Path, rows.Count + (long)blank + times, 1);
        rows.AddRange(Enumerable.Repeat<IReadOnlyList<object?>>([], blank));
        blank = 0;
        cells += (long)times * row.Count;
        ImportLimits.RequireSize(packed.Path, cells, 1);
        rows.AddRange(Enumerable.Repeat<IReadOnlyList<object?>>(row, times));
    }

    // Blank cells count only where a full one follows.
    private List<object?> Row(string sheet)
    {
        var (row, blank, depth) = (new List<object?>(), 0, xml.Depth);
        if (xml.IsEmptyElement)
            return row;
        while (xml.Read() && xml.Depth > depth)
        {
            if (!Begins("table-cell") && !Begins("covered-table-cell"))
                continue;
            var times = Repeated("table:number-columns-repeated");
            if (Value(sheet, row.Count + blank) is not { } value)
            {
                blank = (int)Math.Min(MostRepeated, (long)blank + times);
                continue;
            }

            row.AddRange(Enumerable.Repeat<object?>(null, blank));
            row.AddRange(Enumerable.Repeat<object?>(value, Math.Min(times, MostRepeated)));
            blank = 0;
            ImportLimits.RequireSize(packed.Path, 1, row.Count);
        }

        return row;
    }

    private int Repeated(string attribute) =>
        int.TryParse(xml.GetAttribute(attribute), NumberStyles.None, CultureInfo.InvariantCulture, out var times) ? Math.Max(1, times) : 1;

    private object? Value(string sheet, int column)
    {
        var (kind, isError) = (xml.GetAttribute("office:value-type") ?? "", xml.GetAttribute("calcext:value-type") == "error");
        var stored = xml.GetAttribute(kind switch { "date" => "office:date-value", "boolean" => "office:boolean-value", "time" => "office:time-value", _ => "office:value" });
        var hasFormula = xml.GetAttribute("table:formula") is not null;
        var text = Text();
        var place = $"{packed.Path}, sheet {Quoted.Of(sheet)}: cell {SheetWords.Letters(column)}{number + 1}";
        if (isError || (hasFormula && (text.StartsWith('#') || text.StartsWith("Err:", StringComparison.Ordinal))))
            throw new InputException($"{place} holds an error ({Quoted.Clipped(text)}); expected values. Mend or clear it.");
        if (hasFormula && kind.Length == 0)
            throw new InputException($"{place} holds a formula that was never calculated; open the file in a spreadsheet program and save it there.");
        return kind switch
        {
            "" => text.Length > 0 ? text : null,
            "float" or "percentage" or "currency" when stored is not null && Number.IsNumber(stored) => Number.Parse(stored),
            "date" when DateTime.TryParse(stored, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var moment) => moment,
            "boolean" => stored == "true",
            _ => text.Length > 0 ? text : null,
        };
    }

    private void SkipInside()
    {
        var depth = xml.Depth;
        while (!xml.IsEmptyElement && xml.Read() && xml.Depth > depth)
        {
            // Nothing of it counts.
        }
    }

    // The paragraphs of a cell; notes beside it are no part of it.
    private string Text()
    {
        var (text, depth) = (new StringBuilder(), xml.Depth);
        if (xml.IsEmptyElement)
            return "";
        while (xml.Read() && xml.Depth > depth)
        {
            if (xml.NodeType == XmlNodeType.Element && xml.LocalName == "annotation")
                SkipInside();
            else if (xml.NodeType == XmlNodeType.Element && xml.LocalName == "p" && text.Length > 0)
                text.Append('\n');
            else if (xml.NodeType == XmlNodeType.Element && xml.LocalName == "s")
                text.Append(' ');
            else if (xml.NodeType is XmlNodeType.Text or XmlNodeType.SignificantWhitespace)
                text.Append(xml.Value);
        }

        return text.ToString().Trim();
    }
}
