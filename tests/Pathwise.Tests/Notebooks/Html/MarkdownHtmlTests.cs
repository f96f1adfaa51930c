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

    [Theory]
    [InlineData(">", 20_000)]
    [InlineData("- ", 5_000)]
    [InlineData("[", 20_000)]
    [InlineData("![", 10_000)]
    [InlineData("*a **b ", 5_000)]
    [InlineData("$", 50_000)]
    [InlineData("`", 50_000)]
    public void Of_WhatIsNestedWithoutEnd_IsShown(string piece, int times)
    {
        var html = _markdown.Of(string.Concat(Enumerable.Repeat(piece, times)) + "end");
        Assert.Contains("end", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<javascript:alert(1)>")]
    [InlineData("<data:text/html,x>")]
    public void Of_AnAddressOfAnotherScheme_IsText(string markdown) =>
        Assert.DoesNotContain("href", new MarkdownHtml(new Links("/n", "/n", new HashSet<string>()).Of).Of(markdown), StringComparison.Ordinal);

    [Fact]
    public void Of_ATable_IsATable() => Assert.Contains("<table>", _markdown.Of("| a | b |\n|---|--:|\n| 1 | 2 |"), StringComparison.Ordinal);

    [Fact]
    public void Of_WhatFoldsAway_IsFoldedAndItsMarkdownRead()
    {
        var html = _markdown.Of("Try.\n\n<details>\n<summary>Solution & more</summary>\n\n**so** $x$\n\n```csharp\na < b\n```\n\n</details>\n\nafter");
        Assert.Contains("<details class=\"folded\">\n<summary>Solution &amp; more</summary>\n<p><strong>so</strong>", html, StringComparison.Ordinal);
        Assert.Contains("a &lt; b", html, StringComparison.Ordinal);
        Assert.EndsWith("</details>\n<p>after</p>\n", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("</details>\n\ntext", "<p>text</p>\n")]
    [InlineData("<details>\n\ntext", "<details class=\"folded\">\n<p>text</p>\n</details>\n")]
    public void Of_WhatFoldsAwayUnbalanced_IsBalanced(string markdown, string html) => Assert.Equal(html, _markdown.Of(markdown));

    [Theory]
    [InlineData("<details onclick=\"alert(1)\">")]
    [InlineData("<details><script>alert(1)</script>")]
    [InlineData("<summary><img src=x onerror=alert(1)></summary>")]
    [InlineData("a <details> b")]
    public void Of_OtherTagsAndAttributes_StayText(string markdown) =>
        Assert.DoesNotMatch("<(details|summary|script|img)", _markdown.Of(markdown));
}
