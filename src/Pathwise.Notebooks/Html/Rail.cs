namespace Pathwise.Notebooks.Html;

/// <summary>What stands beside the text of every page of a site: the way home, a search, all pages, and what the page itself offers.</summary>
internal sealed class Rail(IReadOnlyList<(string Address, string Title)> pages)
{
    private const string Search = """
        <div class="search" role="search" hidden><label for="search">Search all pages</label>
        <input id="search" type="search" autocomplete="off" spellcheck="false"><p role="status"></p><ol></ol></div>

        """;

    /// <summary>The rail of a page: its own entry is marked, its headings follow, and the notebook it shows can be taken away.</summary>
    public string Of(string address, IReadOnlyList<MarkdownHtml.Heading> headings, string? notebook = null) =>
        $"<nav class=\"side\" aria-label=\"Pages and contents\">\n<a class=\"home\" href=\"index.html\">Overview</a>\n{Search}{Tools(notebook)}{Pages(address)}{SideContents.Of(headings)}</nav>\n";

    private string Pages(string address) =>
        $"<details open><summary>Pages</summary><ol class=\"pages\">\n{string.Concat(pages.Select(page => Entry(page, page.Address == address)))}</ol></details>\n";

    private static string Entry((string Address, string Title) page, bool isCurrent) =>
        $"<li><a href=\"{page.Address}\"{(isCurrent ? " aria-current=\"page\"" : "")}>{HtmlText.Escape(page.Title)}</a></li>\n";

    private static string Tools(string? notebook) => notebook is null
        ? "<div class=\"tools\"></div>\n"
        : $"<div class=\"tools\"><a href=\"{notebook}\" download>Download the notebook</a></div>\n";
}
