using System.Text;

namespace Pathwise.Notebooks.Html;

/// <summary>What stands beside the text of a page: the way home, and its headings.</summary>
internal static class SideContents
{
    public static string Of(string home, IReadOnlyList<MarkdownHtml.Heading> headings)
    {
        var list = new StringBuilder();
        foreach (var heading in headings)
            list.Append($"<li class=\"l{heading.Level}\"><a href=\"#{heading.Id}\">{HtmlText.Escape(heading.Text)}</a></li>\n");
        var contents = list.Length == 0 ? "" : $"<details open><summary>Contents</summary><ol>\n{list}</ol></details>\n";
        return home.Length + contents.Length == 0 ? "" : $"<nav class=\"side\" aria-label=\"Contents\">{home}{contents}</nav>\n";
    }
}
