using Pathwise.Notebooks.Html;
using Xunit;

namespace Pathwise.Tests.Notebooks.Html;

public sealed class MarkdownHtmlTests
{
    private readonly MarkdownHtml _markdown = new(link => link.Replace(".ipynb", ".html", StringComparison.Ordinal));

    [Fact]
    public void Of_Formulas_AreMathMl()
    {
        var html = _markdown.Of("With $x$ and\n\n$$y$$\n");
        Assert.Contains("<math display=\"inline\">", html, StringComparison.Ordinal);
        Assert.Contains("<math display=\"block\">", html, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_HeadingsOfTheSameText_HaveDifferentNames()
    {
        _markdown.Of("# Title\n## Why?\n");
        var html = _markdown.Of("## Why?");
        Assert.Contains("id=\"h-why-2\"", html, StringComparison.Ordinal);
        Assert.Equal(["h-why", "h-why-2"], _markdown.Headings.Select(heading => heading.Id));
    }

    [Fact]
    public void Of_Html_IsShownAsText() =>
        Assert.Contains("&lt;script&gt;", _markdown.Of("a <script>alert(1)</script>"), StringComparison.Ordinal);

    [Fact]
    public void Of_Links_LeadToPages() =>
        Assert.Contains("href=\"02-validity.html\"", _markdown.Of("[next](02-validity.ipynb)"), StringComparison.Ordinal);

    [Fact]
    public void Of_ATable_IsATable() => Assert.Contains("<table>", _markdown.Of("| a | b |\n|---|--:|\n| 1 | 2 |"), StringComparison.Ordinal);
}
