using System.Text;

namespace Pathwise.Notebooks.Html;

/// <summary>The headings of a page, for what stands beside its text.</summary>
internal static class SideContents
{
    /// <summary>A list that folds away; empty where the page has no headings.</summary>
    public static string Of(IReadOnlyList<MarkdownHtml.Heading> headings)
    {
        var list = new StringBuilder();
        foreach (var heading in headings)
            list.Append($"<li class=\"l{heading.Level}\"><a href=\"#{heading.Id}\">{HtmlText.Escape(heading.Text)}</a></li>\n");
        return list.Length == 0 ? "" : $"<details open><summary>On this page</summary><ol>\n{list}</ol></details>\n";
    }

    /// <summary>The same where it stands alone.</summary>
    public static string Alone(IReadOnlyList<MarkdownHtml.Heading> headings) =>
        headings.Count == 0 ? "" : $"<nav class=\"side\" aria-label=\"Contents\">{Of(headings)}</nav>\n";
}
