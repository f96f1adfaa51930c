using System.Text.RegularExpressions;
using Pathwise.Notebooks.Documents;
using Pathwise.Notebooks.Running;

namespace Pathwise.Notebooks.Html;

/// <summary>In a table of checks, the way from each value to its line of the scorecard.</summary>
internal static partial class CheckLinks
{
    /// <summary>The table with its rows linked; as it is where the output is none of checks, or where there is no scorecard.</summary>
    public static string In(string table, MimeBundle output, string? scorecard)
    {
        var ids = scorecard is null ? [] : CheckCollection.Of(output, "", "").Select(check => check.Id).ToList();
        var rows = RowHead().Matches(table);
        if (ids.Count == 0 || ids.Count != rows.Count)
            return table;
        var row = 0;
        return RowHead().Replace(table, head =>
            $"{head.Groups["open"].Value}<a href=\"{scorecard}#{HtmlText.Escape(Uri.EscapeDataString(ids[row++]))}\">{head.Groups["text"].Value}</a></th>");
    }

    [GeneratedRegex("""(?<open><th scope="row"[^>]*>)(?<text>.*?)</th>""", RegexOptions.Singleline)]
    private static partial Regex RowHead();
}
