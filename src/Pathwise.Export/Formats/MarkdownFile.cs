using System.Globalization;
using System.Text;
using Pathwise.Export.Content;
using Pathwise.Reporting.Tables;

namespace Pathwise.Export.Formats;

/// <summary>A document in Markdown with pipe tables.</summary>
internal static class MarkdownFile
{
    public static string Of(ReportDocument document)
    {
        var text = new StringBuilder().Append("# ").Append(Escape(document.Title)).Append('\n');
        if (document.Notice is { } notice)
            text.Append("\n**").Append(Escape(notice)).Append("**\n");
        foreach (var section in document.Sections)
            text.Append("\n## ").Append(Escape(section.Heading)).Append('\n').AppendJoin("", section.Paragraphs.Select(paragraph => $"\n{Words(paragraph)}\n"));
        for (var i = 0; i < document.Tables.Count; i++)
            Append(text, i + 1, document.Tables[i].Table);
        return text.ToString();
    }

    private static void Append(StringBuilder text, int number, Table table)
    {
        text.Append(CultureInfo.InvariantCulture, $"\n**Table {number}**\n\n*{Escape(table.Caption)}*\n\n");
        text.Append(Line(table.Columns.Select(column => Words(Marked.Heading(column.Heading)))));
        text.Append(Line(table.Columns.Select(column => column.IsText ? ":---" : "---:")));
        for (var row = 0; row < table.RowCount; row++)
        {
            if (table.GroupStartingAt(row) is { } group)
                text.Append(Line([$"*{Escape(group)}*", .. table.Columns.Skip(1).Select(_ => "")]));
            text.Append(Line(table.Columns.Select(column => Cell(column, row, table.LeadingZero))));
        }

        foreach (var note in table.Notes)
            text.Append("\n*Note.* ").Append(Escape(note)).Append('\n');
    }

    private static string Cell(Column column, int row, LeadingZero zero) => Escape(Minus(column.Cells[row], zero));

    private static string Minus(Cell cell, LeadingZero zero) => cell.Kind == CellKind.Text ? cell.Shown(zero) : cell.Shown(zero).Replace('-', '−');

    private static string Line(IEnumerable<string> cells) => $"| {string.Join(" | ", cells)} |\n";

    private static string Words(string text) =>
        string.Concat(Marked.Pieces(text).Select(piece => piece.IsItalic ? $"*{Escape(piece.Text)}*" : Escape(piece.Text)));

    // What Markdown or the HTML in it would take for markup.
    private static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (c is '\\' or '`' or '*' or '_' or '{' or '}' or '[' or ']' or '<' or '>' or '|' or '#' or '~' or '$')
                escaped.Append('\\');
            escaped.Append(char.IsControl(c) ? ' ' : c);
        }

        return escaped.ToString();
    }
}
