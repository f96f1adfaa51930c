using System.Globalization;
using System.Text;
using Pathwise.Export.Content;
using Pathwise.Reporting.Tables;

namespace Pathwise.Export.Formats;

/// <summary>A document in LaTeX, each table a longtable with the rules of booktabs, which can be copied by itself.</summary>
internal static class LatexFile
{
    private const string Opening = """
        \documentclass[12pt]{article}
        \usepackage[utf8]{inputenc}
        \usepackage[T1]{fontenc}
        \usepackage{textcomp,booktabs,longtable,pdflscape,caption}
        \captionsetup{labelfont=bf,textfont=it,labelsep=newline,singlelinecheck=false,justification=raggedright}
        \setlength{\tabcolsep}{4pt}
        \begin{document}

        """;

    public static string Of(ReportDocument document)
    {
        var text = new StringBuilder();
        if (document.Notice is { } notice)
            text.Append("% ").Append(OneLine(notice)).Append('\n');
        text.Append(Opening).Append(CultureInfo.InvariantCulture, $"\\section*{{{LatexText.Escape(document.Title)}}}\n");
        if (document.Notice is { } shown)
            text.Append(CultureInfo.InvariantCulture, $"\\textbf{{{LatexText.Escape(shown)}}}\n\n");
        foreach (var section in document.Sections)
            text.Append(CultureInfo.InvariantCulture, $"\\subsection*{{{LatexText.Escape(section.Heading)}}}\n").AppendJoin("\n\n", section.Paragraphs.Select(LatexText.Words)).Append('\n');
        foreach (var table in document.Tables)
            Append(text, table);
        return text.Append("\\end{document}\n").ToString();
    }

    private static void Append(StringBuilder text, ReportTable reported)
    {
        var table = reported.Table;
        var isWide = PaperWidths.IsWide(table);
        text.Append(isWide ? "\n\\begin{landscape}\n\\small\n" : "\n{\\small\n");
        text.Append(CultureInfo.InvariantCulture, $"\\begin{{longtable}}{{{string.Concat(table.Columns.Select(Side))}}}\n");
        text.Append(CultureInfo.InvariantCulture, $"\\caption{{{LatexText.Escape(table.Caption)}}}\\label{{tab:{reported.Name}}}\\\\\n\\toprule\n");
        text.Append(Line(table.Columns.Select(column => LatexText.Words(Marked.Heading(column.Heading))))).Append("\\midrule\n\\endfirsthead\n\\toprule\n");
        text.Append(Line(table.Columns.Select(column => LatexText.Words(Marked.Heading(column.Heading))))).Append("\\midrule\n\\endhead\n\\bottomrule\n\\endfoot\n");
        for (var row = 0; row < table.RowCount; row++)
            AppendRow(text, table, row);
        text.Append("\\end{longtable}\n");
        foreach (var note in table.Notes)
            text.Append(CultureInfo.InvariantCulture, $"\\noindent\\textit{{Note.}} {LatexText.Escape(note)}\\par\n");
        text.Append(isWide ? "\\end{landscape}\n" : "}\n");
    }

    private static void AppendRow(StringBuilder text, Table table, int row)
    {
        if (table.GroupStartingAt(row) is { } group)
            text.Append(CultureInfo.InvariantCulture, $"{(row > 0 ? "\\addlinespace\n" : "")}\\multicolumn{{{table.Columns.Count}}}{{l}}{{\\textit{{{LatexText.Escape(group)}}}}}\\\\\n");
        text.Append(Line(table.Columns.Select(column => Cell(column, row, table.LeadingZero))));
    }

    // A bracket at the beginning of a row would be an argument of the line break before it.
    private static string Cell(Column column, int row, LeadingZero zero)
    {
        var cell = column.Cells[row];
        var shown = LatexText.Escape(cell.Kind == CellKind.Text ? cell.Shown(zero) : cell.Shown(zero).Replace('-', '−'));
        return shown.StartsWith('[') ? "{" + shown + "}" : shown;
    }

    // Words that may be long are set in a paragraph.
    private static string Side(Column column)
    {
        if (!column.IsText)
            return "r";
        var longest = column.Cells.Select(cell => cell.Shown().Length).DefaultIfEmpty(0).Max();
        return longest <= 40 ? "l" : "p{0.3\\linewidth}";
    }

    private static string Line(IEnumerable<string> cells) => string.Join(" & ", cells) + "\\\\\n";

    private static string OneLine(string text) => text.ReplaceLineEndings(" ");
}
