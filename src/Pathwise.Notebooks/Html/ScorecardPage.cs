using System.Text;
using Pathwise.Auditing;

namespace Pathwise.Notebooks.Html;

/// <summary>The scorecard as a page: the counts, then every published value beside the recomputed one, with a link to the cell.</summary>
internal static class ScorecardPage
{
    public static string Body(Scorecard scorecard, IReadOnlySet<string> notebooks) => $"""
        <h1>Scorecard</h1>
        <p class="conclusion">{HtmlText.Escape(scorecard.Conclusion)}</p>
        {Counts(scorecard)}
        <p>Every number that the papers print, beside what the notebooks compute, rounded to the printed digits. A verdict is derived by the program
        from what the data were made from and from the kind of check.</p>
        <div class="wide"><table class="scores">
        <thead><tr><th>What</th><th align="right">Published</th><th align="right">Recomputed</th><th>Verdict</th><th>Computed in</th></tr></thead>
        <tbody>
        {string.Concat(scorecard.Values.Select(value => Row(value, notebooks)))}</tbody>
        </table></div>
        {Sources(scorecard)}
        """;

    /// <summary>How many values have each verdict; empty where there are none.</summary>
    public static string Counts(Scorecard scorecard) => scorecard.Values.Count == 0 ? "" :
        "<div class=\"counts\">"
        + string.Concat(scorecard.Summary.Select(each => $"<div class=\"{Class(each.Verdict)}\" data-count=\"{each.Count}\"><b>{each.Count}</b><span>{each.Verdict.Text()}</span></div>"))
        + "</div>";

    /// <summary>The papers that the values come from, each under what its ids begin with; empty where none is listed.</summary>
    public static string Sources(Scorecard scorecard) => scorecard.Sources.Count == 0 ? "" :
        $"<h2 id=\"sources\">Sources</h2>\n<dl class=\"sources\">{string.Concat(scorecard.Sources.Select(source => $"<dt>{HtmlText.Escape(source.Id)}</dt><dd>{HtmlText.Escape(source.Citation)}</dd>"))}</dl>";

    private static string Row(ScorecardValue value, IReadOnlySet<string> notebooks)
    {
        var row = new StringBuilder($"<tr id=\"{HtmlText.Escape(value.Statistic.Id)}\"><td>{HtmlText.Escape(value.Statistic.What)}");
        row.Append($"<br><span class=\"place\">{HtmlText.Escape(value.Statistic.Place)}</span></td>");
        row.Append($"<td class=\"value\" data-name=\"published\">{Link(value, value.Statistic.Printed, notebooks)}</td>");
        row.Append($"<td class=\"value\" data-name=\"recomputed\">{(value.Recomputed is { } text ? HtmlText.Escape(text) : "–")}</td>");
        row.Append($"<td><span class=\"{Class(value.Verdict)}\">{value.Verdict.Text()}</span>");
        if (value.Why is { Length: > 0 } why)
            row.Append($"<br><span class=\"why\">{HtmlText.Escape(why)}</span>");
        return row.Append($"</td><td>{Link(value, value.Notebook, notebooks)}</td></tr>\n").ToString();
    }

    // To the cell that recomputes the value; a plain text where none does.
    private static string Link(ScorecardValue value, string? text, IReadOnlySet<string> notebooks)
    {
        if (value.Notebook is not { } notebook || !notebooks.Contains(notebook))
            return HtmlText.Escape(text);
        var anchor = value.Anchor is { } cell ? "#" + Uri.EscapeDataString(cell) : "";
        return $"<a href=\"{Uri.EscapeDataString(notebook)}.html{anchor}\">{HtmlText.Escape(text)}</a>";
    }

    private static string Class(Verdict verdict) => verdict.Text().Replace(' ', '-');
}
