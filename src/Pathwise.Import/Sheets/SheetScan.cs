using System.Globalization;
using System.Xml;
using Pathwise.Import.Contents;

namespace Pathwise.Import.Sheets;

/// <summary>What the cells of a sheet of Excel hold that a reader of values does not tell: errors, and formulas without a result.</summary>
/// <param name="Cells">The number of cells.</param>
/// <param name="Errors">The cells with an error, each as D3 (#N/A).</param>
/// <param name="Uncalculated">The cells with a formula that was never calculated.</param>
/// <param name="Corner">The last place that a cell can have, such as G8; null where cells do not say their places.</param>
internal sealed record SheetScan(long Cells, IReadOnlyList<string> Errors, IReadOnlyList<string> Uncalculated, string? Corner)
{
    private const int LastRow = 1_048_576;
    private const int LastColumn = 16_384;

    // Empty cells between full ones are made when the sheet is read.
    private const long MostEmpty = 2_000_000;

    /// <summary>Reads the XML of a sheet once.</summary>
    public static SheetScan Of(string path, XmlReader xml)
    {
        var (cells, lastRow, lastColumn, arePlaced) = (0L, 0, 0, true);
        var (errors, uncalculated) = (new List<string>(), new List<string>());
        while (xml.Read())
        {
            if (xml.NodeType != XmlNodeType.Element)
                continue;
            if (xml.LocalName == "row" && xml.GetAttribute("r") is { } number)
                lastRow = Math.Max(lastRow, Row(path, number));
            if (xml.LocalName != "c")
                continue;
            cells++;
            var place = xml.GetAttribute("r") ?? "";
            arePlaced &= place.Length > 0;
            lastColumn = Math.Max(lastColumn, Column(path, place));
            lastRow = Math.Max(lastRow, Row(path, place.TrimStart([.. "ABCDEFGHIJKLMNOPQRSTUVWXYZ"])));
            Judge(xml, place, errors, uncalculated);
        }

        if (((long)lastRow * lastColumn) - cells is var empty && empty > Math.Max(MostEmpty, cells * 100))
            throw new InputException(string.Create(CultureInfo.InvariantCulture, $"{path}: the sheet reaches to row {lastRow:N0} and column {lastColumn:N0} and has {cells:N0} cells; delete the stray cells at its end."));
        ImportLimits.RequireSize(path, lastRow, lastColumn);
        return new(cells, errors, uncalculated, arePlaced && cells > 0 ? string.Create(CultureInfo.InvariantCulture, $"{SheetWords.Letters(lastColumn - 1)}{lastRow}") : null);
    }

    private static void Judge(XmlReader xml, string place, List<string> errors, List<string> uncalculated)
    {
        var kind = xml.GetAttribute("t") ?? "";
        var (hasFormula, value) = Content(xml);
        if (kind == "e")
            errors.Add($"{place} ({value})");
        else if (hasFormula && (value is null || (value.Length == 0 && kind != "str")))
            uncalculated.Add(place);
    }

    // A formula whose result is the empty text has a value of no letters; one that was never calculated has none.
    private static (bool HasFormula, string? Value) Content(XmlReader xml)
    {
        (bool hasFormula, string? value, var depth) = (false, null, xml.Depth);
        if (xml.IsEmptyElement)
            return (false, null);
        var part = "";
        while (xml.Read() && xml.Depth > depth)
        {
            if (xml.NodeType == XmlNodeType.Element)
            {
                part = xml.LocalName;
                hasFormula |= part == "f";
                value = part == "v" ? "" : value;
            }
            else if (part == "v" && xml.NodeType == XmlNodeType.Text)
            {
                value = xml.Value;
            }
        }

        return (hasFormula, value);
    }

    private static int Row(string path, string digits) =>
        digits.Length == 0 ? 0
        : int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var row) && row is > 0 and <= LastRow ? row
        : throw new InputException($"{path}: the sheet has a cell at no place of a sheet; the file is damaged.");

    private static int Column(string path, string place)
    {
        var column = 0;
        foreach (var letter in place.TakeWhile(char.IsAsciiLetterUpper))
            column = Math.Min((column * 26) + (letter - 'A' + 1), LastColumn + 1);
        return column <= LastColumn ? column : throw new InputException($"{path}: the sheet has a cell at no place of a sheet; the file is damaged.");
    }
}
