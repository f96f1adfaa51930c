using System.Text;
using Pathwise.Reporting.Exhibits;

namespace Pathwise.Reporting.Tables;

/// <summary>
/// A table in HTML with rules above, below and under the headings. The few inline styles keep it readable in any page;
/// a site that strips them still aligns numbers by the align attribute.
/// </summary>
internal static class TableHtml
{
    private const char FigureSpace = '\u2007';
    private const char PunctuationSpace = '\u2008';
    private const int LongestNumber = 30;

    private const string Opening =
        "<table class=\"pathwise\" cellpadding=\"5\" style=\"border-collapse:collapse;border-top:2px solid;border-bottom:2px solid;" +
        "font-variant-numeric:tabular-nums;margin:1em 0\">\n";

    public static string Of(Table table)
    {
        var html = new StringBuilder(Opening);
        if (table.Caption.Length > 0)
            html.Append("<caption style=\"caption-side:top;text-align:left;padding:.3em 0\">").Append(Markup.Escape(table.Caption)).Append("</caption>\n");
        AppendHead(html, table);
        AppendBody(html, table);
        AppendNotes(html, table);
        return html.Append("</table>\n").ToString();
    }

    private static void AppendHead(StringBuilder html, Table table)
    {
        html.Append("<thead style=\"border-bottom:1px solid\"><tr>");
        foreach (var column in table.Columns)
            html.Append(Heading(column));
        html.Append("</tr></thead>\n");
    }

    // A heading without words is none.
    private static string Heading(Column column) => column.Heading.Length == 0
        ? $"<td{Side(column.IsText)}></td>"
        : $"<th scope=\"col\"{Side(column.IsText)}>{Markup.Escape(column.Heading)}</th>";

    private static void AppendBody(StringBuilder html, Table table)
    {
        var columns = table.Columns.Select(column => ColumnText.Aligned(column, table.LeadingZero, FigureSpace, PunctuationSpace)).ToList();
        html.Append("<tbody>\n");
        for (var row = 0; row < table.RowCount; row++)
        {
            AppendGroup(html, table, row);
            html.Append("<tr>");
            for (var j = 0; j < columns.Count; j++)
                AppendCell(html, columns[j][row], table.Columns[j].IsText, isFirst: j == 0);
            html.Append("</tr>\n");
        }
        html.Append("</tbody>\n");
    }

    private static void AppendGroup(StringBuilder html, Table table, int row)
    {
        if (table.GroupStartingAt(row) is not { } group)
            return;
        html.Append(row > 0 ? "</tbody>\n<tbody>\n" : "").Append("<tr><th scope=\"rowgroup\" colspan=\"").Append(table.Columns.Count)
            .Append("\" style=\"text-align:left;padding-top:.6em\"><em>").Append(Markup.Escape(group)).Append("</em></th></tr>\n");
    }

    private static void AppendCell(StringBuilder html, string text, bool isText, bool isFirst)
    {
        var shown = Markup.Escape(isText ? text : text.Replace('-', '−'));
        if (isFirst && isText)
            html.Append("<th scope=\"row\" style=\"text-align:left;font-weight:normal\">").Append(shown).Append("</th>");
        else
            html.Append("<td").Append(Side(isText, isLong: text.Length > LongestNumber)).Append('>').Append(shown).Append("</td>");
    }

    // A number or an interval stays on one line; words among them do not.
    private static string Side(bool isText, bool isLong = false) =>
        isText ? " style=\"text-align:left\"" : isLong ? " align=\"right\"" : " align=\"right\" style=\"white-space:nowrap\"";

    private static void AppendNotes(StringBuilder html, Table table)
    {
        if (table.Notes.Count == 0)
            return;
        html.Append("<tfoot style=\"border-top:1px solid\"><tr><td colspan=\"").Append(table.Columns.Count)
            .Append("\" style=\"text-align:left\"><small>").AppendJoin("<br>", table.Notes.Select(note => "<em>Note.</em> " + Markup.Escape(note)))
            .Append("</small></td></tr></tfoot>\n");
    }
}
