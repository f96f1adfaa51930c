using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace Pathwise.Notebooks.Html;

/// <summary>
/// A table of a page as comma-separated values: its headings, then its rows as they are shown; the headings of groups of rows become a first
/// column. Notes are left out, and so are dashes that stand for what is undefined.
/// </summary>
internal static partial class TableCsv
{
    /// <summary>The lines, each ended by a line feed; empty where the table has no rows.</summary>
    public static string Of(string table)
    {
        var rows = Row().Matches(Foot().Replace(table, "")).Select(row => row.Groups["cells"].Value).ToList();
        var isGrouped = rows.Exists(IsGroup);
        var group = "";
        var csv = new StringBuilder();
        foreach (var (i, row) in rows.Index())
        {
            var cells = Cell().Matches(row).Select(cell => Text(cell.Groups["text"].Value)).ToList();
            if (IsGroup(row))
                group = cells[0];
            else
                csv.AppendJoin(',', (isGrouped ? cells.Prepend(i == 0 ? "group" : group) : cells).Select(Quoted)).Append('\n');
        }

        return csv.ToString();
    }

    private static bool IsGroup(string row) => row.Contains("scope=\"rowgroup\"", StringComparison.Ordinal);

    // Signs and spaces that only set a number well become those that programs read.
    private static string Text(string html)
    {
        var text = Blanks().Replace(WebUtility.HtmlDecode(Tag().Replace(html, " ")).Replace('−', '-'), " ").Trim();
        return text == "–" ? "" : text;
    }

    // A spreadsheet takes what begins so for a formula; a number is none, whatever its sign.
    private static string Quoted(string text)
    {
        var safe = text.Length > 0 && "=+-@".Contains(text[0]) && !Number().IsMatch(text) ? "'" + text : text;
        return safe.AsSpan().ContainsAny(",\"\n") ? $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : safe;
    }

    [GeneratedRegex(@"<tfoot\b.*?</tfoot>|<caption\b.*?</caption>", RegexOptions.Singleline)]
    private static partial Regex Foot();

    [GeneratedRegex(@"<tr\b[^>]*>(?<cells>.*?)</tr>", RegexOptions.Singleline)]
    private static partial Regex Row();

    [GeneratedRegex(@"<t(?<kind>[hd])\b[^>]*>(?<text>.*?)</t\k<kind>>", RegexOptions.Singleline)]
    private static partial Regex Cell();

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tag();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();

    [GeneratedRegex(@"^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$")]
    private static partial Regex Number();
}
