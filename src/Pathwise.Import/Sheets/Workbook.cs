using System.Globalization;
using System.Xml;
using MiniExcelLibs;
using MiniExcelLibs.OpenXml;
using Pathwise.Import.Contents;
using Pathwise.Tables;

namespace Pathwise.Import.Sheets;

/// <summary>
/// Reads a workbook of Excel. Cells with an error and formulas that were never calculated have no value, and are refused by their place.
/// </summary>
internal sealed class Workbook(PackedFile packed, byte[] content)
{
    private const int MostNamed = 3;

    /// <summary>The rows of the sheet asked for, or of the first one with cells.</summary>
    public Grid Read(string? asked)
    {
        var sheets = Sheets();
        foreach (var part in packed.Names.Where(name => name.StartsWith("xl/", StringComparison.Ordinal) && name.EndsWith(".xml", StringComparison.Ordinal)).Distinct().ToArray())
            packed.RequireBounded(part);
        var chosen = SheetFile.Chosen(packed.Path, asked, [.. sheets.Select(sheet => sheet.Name)]);
        foreach (var (name, part) in sheets.Where(sheet => chosen is null || sheet.Name == chosen))
        {
            var scan = packed.Xml(part, xml => SheetScan.Of(packed.Path, xml));
            if (scan.Cells == 0)
                continue;
            Require(name, scan);
            if (Rows(name, scan) is { Rows.Count: > 0 } grid)
                return grid with { Form = "sheet of Excel (.xlsx)", Decisions = [SheetWords.Chosen(name, [.. sheets.Select(sheet => sheet.Name)])] };
        }

        throw new InputException($"{packed.Path} has no sheet with cells.");
    }

    private (string Name, string Part)[] Sheets()
    {
        var targets = packed.Xml("xl/_rels/workbook.xml.rels", xml => Elements(xml, "Relationship", "Id", "Target"))
            .DistinctBy(each => each.First).ToDictionary(each => each.First, each => each.Second);
        return [.. packed.Xml("xl/workbook.xml", xml => Elements(xml, "sheet", "id", "name"))
            .Where(sheet => targets.ContainsKey(sheet.First))
            .Select(sheet => (sheet.Second, Part(targets[sheet.First])))
            .Where(sheet => sheet.Item2.Contains("worksheets/", StringComparison.Ordinal) && packed.Has(sheet.Item2))];
    }

    private static string Part(string target) => target.StartsWith('/') ? target[1..] : $"xl/{target}";

    // The identifier of a sheet has a prefix that stands for a namespace.
    private static List<(string First, string Second)> Elements(XmlReader xml, string element, string first, string second)
    {
        var found = new List<(string, string)>();
        while (xml.Read())
        {
            if (xml.NodeType != XmlNodeType.Element || xml.LocalName != element)
                continue;
            var values = new Dictionary<string, string>(StringComparer.Ordinal);
            while (xml.MoveToNextAttribute())
                values[xml.LocalName] = xml.Value;
            found.Add((values.GetValueOrDefault(first, ""), values.GetValueOrDefault(second, "")));
        }

        return found;
    }

    private void Require(string sheet, SheetScan scan)
    {
        if (scan.Uncalculated.Count > 0)
            throw new InputException($"{packed.Path}, sheet {Quoted.Of(sheet)}: {Named(scan.Uncalculated, "a formula", "formulas")} that was never calculated; open the file in a spreadsheet program and save it there.");
        if (scan.Errors.Count > 0)
            throw new InputException($"{packed.Path}, sheet {Quoted.Of(sheet)}: {Named(scan.Errors, "an error", "errors")}; expected values. Mend or clear it.");
    }

    private static string Named(IReadOnlyList<string> places, string one, string many) =>
        $"{string.Join(", ", places.Take(MostNamed))}{(places.Count > MostNamed ? $" and {places.Count - MostNamed} more" : "")} {(places.Count == 1 ? $"holds {one}" : $"hold {many}")}";

    private Grid Rows(string sheet, SheetScan scan)
    {
        try
        {
            return new SheetRows(packed.Path, sheet).Read(Values(sheet, scan.Corner));
        }
        catch (Exception problem) when (problem is not (InputException or OutOfMemoryException))
        {
            throw new InputException($"{packed.Path}: the sheet {Quoted.Of(sheet)} cannot be read; the file is damaged.", problem);
        }
    }

    // Sheets may claim to be as wide as a sheet can be: the library would make a cell for each column, which takes minutes.
    private IEnumerable<IReadOnlyList<object?>> Values(string sheet, string? corner)
    {
        using var stream = new MemoryStream(content, writable: false);
        var options = new OpenXmlConfiguration { EnableSharedStringCache = false, FillMergedCells = false, Culture = CultureInfo.InvariantCulture };
        var rows = corner is null
            ? MiniExcel.Query(stream, useHeaderRow: false, sheetName: sheet, excelType: ExcelType.XLSX, configuration: options)
            : MiniExcel.QueryRange(stream, useHeaderRow: false, sheetName: sheet, excelType: ExcelType.XLSX, startCell: "A1", endCell: corner, configuration: options);
        foreach (IDictionary<string, object?> row in rows)
            yield return [.. row.Values];
    }
}
