using System.Text.RegularExpressions;
using Pathwise.Auditing;
using Pathwise.Notebooks.Documents;

namespace Pathwise.Notebooks.Html;

/// <summary>The first page of the site: the notebooks in order, each with its opening lines, and the counts of the scorecard.</summary>
internal static partial class IndexPage
{
    public static string Body(Opening opening, IEnumerable<(string Name, Notebook Notebook)> notebooks, Scorecard scorecard, Glossary? glossary, string failures = "") => $"""
        <h1>{HtmlText.Escape(opening.Title)}</h1>
        {failures}
        {opening.Html}
        <p class="conclusion">{HtmlText.Escape(scorecard.Conclusion)}</p>
        {ScorecardPage.Counts(scorecard)}
        <p><a href="scorecard.html">The scorecard</a> sets every published number beside the recomputed one
        (<a href="scorecard.json">as data</a>). The notebooks compute them:</p>
        <ol class="contents">
        {string.Concat(notebooks.Select(Entry))}{Entry(glossary)}</ol>
        {ScorecardPage.Sources(scorecard)}
        """;

    private static string Entry((string Name, Notebook Notebook) each)
    {
        var number = Number().Match(each.Name).Value;
        var mark = number.Length > 0 ? $"<span class=\"number\">{number}</span>" : "";
        return $"<li>{mark}<a href=\"{Uri.EscapeDataString(each.Name)}.html\">{HtmlText.Escape(each.Notebook.Title ?? each.Name)}</a>"
            + $"<p>{HtmlText.Escape(Opening(each.Notebook))}</p></li>\n";
    }

    private static string Entry(Glossary? glossary) => glossary is null ? "" :
        $"<li><a href=\"{Glossary.Page}\">{HtmlText.Escape(glossary.Title)}</a><p>{glossary.Terms.Count} terms: what each means, its formula, its source.</p></li>\n";

    // The first paragraph below the title, without the marks of Markdown.
    private static string Opening(Notebook notebook)
    {
        var paragraphs = notebook.Cells.Where(cell => cell.Kind == CellKind.Markdown).SelectMany(cell => cell.Source.Split("\n\n"));
        var first = paragraphs.Select(each => each.Trim()).FirstOrDefault(each => each.Length > 0 && each[0] is not ('#' or '>' or '|' or '-' or '$')) ?? "";
        return Marks().Replace(Links().Replace(Label().Replace(first.Replace('\n', ' '), ""), "$1"), "");
    }

    // The word in bold that a paragraph begins with, which would stand before every line.
    [GeneratedRegex(@"^\*\*[^*.]+\.\*\*\s+")]
    private static partial Regex Label();

    [GeneratedRegex(@"^\d+")]
    private static partial Regex Number();

    [GeneratedRegex(@"\[([^\]]*)\]\([^)]*\)")]
    private static partial Regex Links();

    [GeneratedRegex(@"[*`]|(?<!\w)_|_(?!\w)")]
    private static partial Regex Marks();
}
