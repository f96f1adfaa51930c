using System.Globalization;
using System.Text.RegularExpressions;

namespace Pathwise.Notebooks.Html;

/// <summary>The figures and the tables of a page, counted, so that each can be named and linked to; each table can be taken away as a file.</summary>
internal sealed partial class Numbering(string page)
{
    private int _figures;
    private int _tables;

    /// <summary>The name that a figure has as a place in the page, and its caption.</summary>
    public (string Id, string Caption) NextFigure()
    {
        var number = Next(ref _figures);
        return ($"figure-{number}", $"<figcaption><a href=\"#figure-{number}\">Figure&nbsp;{number}</a></figcaption>");
    }

    /// <summary>HTML with each of its tables numbered and followed by a link to its values; what holds other tables stays as it is.</summary>
    public string NumberTables(string html) => Table().Replace(html, table => Numbered(table.Value, table.Groups["attributes"].Value, table.Groups["content"].Value));

    private string Numbered(string table, string attributes, string content)
    {
        var number = Next(ref _tables);
        var link = $"<a href=\"#table-{number}\">Table&nbsp;{number}</a>";
        var caption = Caption().Match(content);
        var captioned = caption.Success
            ? content[..caption.Index] + $"{caption.Groups["open"].Value}{link}. {caption.Groups["text"].Value}</caption>" + content[(caption.Index + caption.Length)..]
            : $"<caption>{link}</caption>" + content;
        return $"<table id=\"table-{number}\"{attributes}>{captioned}</table>{Download(table, number)}";
    }

    // In the link itself, so that it needs neither a script nor a file beside the page.
    private string Download(string table, string number) => TableCsv.Of(table) is { Length: > 0 } csv
        ? $"<p class=\"take\"><a download=\"{HtmlText.Escape(page)}-table-{number}.csv\" href=\"data:text/csv;charset=utf-8,{Uri.EscapeDataString(csv)}\">Table&nbsp;{number} as CSV</a></p>"
        : "";

    private static string Next(ref int count) => (++count).ToString(CultureInfo.InvariantCulture);

    [GeneratedRegex(@"<table\b(?<attributes>[^>]*)>(?<content>(?:(?!<table\b).)*?)</table>", RegexOptions.Singleline)]
    private static partial Regex Table();

    [GeneratedRegex(@"(?<open><caption\b[^>]*>)(?<text>.*?)</caption>", RegexOptions.Singleline)]
    private static partial Regex Caption();
}
