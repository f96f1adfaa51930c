using Pathwise.Notebooks.Html;
using Xunit;

namespace Pathwise.Tests.Notebooks.Html;

public sealed class HtmlFilterTests
{
    [Theory]
    [InlineData("<table class=\"x\" style=\"margin:1em 0\"><tr><td align='right'>1 &lt; 2</td></tr></table>", "<table class=\"x\" style=\"margin:1em 0\"><tr><td align=\"right\">1 &lt; 2</td></tr></table>")]
    [InlineData("<p>a<br/>b</p>", "<p>a<br/>b</p>")]
    [InlineData("<a href=\"01-cleaning.html#x\">c</a>", "<a href=\"01-cleaning.html#x\">c</a>")]
    [InlineData("<svg viewBox=\"0 0 1 1\"><path d=\"M0 0\" stroke-width=\"2\"/></svg>", "<svg viewBox=\"0 0 1 1\"><path d=\"M0 0\" stroke-width=\"2\"/></svg>")]
    public void Clean_WhatTablesAndDrawingsNeed_Stays(string html, string expected) => Assert.Equal(expected, HtmlFilter.Clean(html));

    [Theory]
    [InlineData("<script>alert(1)</script>ok", "ok")]
    [InlineData("<SCRIPT src=x>", "")]
    [InlineData("<style>p{color:red}</style>ok", "ok")]
    [InlineData("<b onclick=\"x()\">b</b>", "<b>b</b>")]
    [InlineData("<img src=\"http://elsewhere/x.png\" onerror=x>", "<img>")]
    [InlineData("<a href=\"javascript:alert(1)\">a</a>", "<a>a</a>")]
    [InlineData("<a href=\" javascript:alert(1)\">a</a>", "<a>a</a>")]
    [InlineData("<iframe src=x></iframe><form action=x><input></form>", "")]
    [InlineData("<p style=\"background:url(http://x)\">p</p>", "<p>p</p>")]
    [InlineData("<p <script>alert(1)</script>>p</p>", "<p>p</p>")]
    [InlineData("a < b", "a &lt; b")]
    [InlineData("<!-- c --><b>b", "<b>b")]
    public void Clean_WhatCouldRunOrFetch_IsGone(string html, string expected) => Assert.Equal(expected, HtmlFilter.Clean(html));

    [Theory]
    [InlineData("fill='u&#114;l(http://x)'")]
    [InlineData("stroke='\\75rl(http://x)'")]
    [InlineData("clip-path='url(x.svg#a)'")]
    [InlineData("marker-end='image-set(\"http://x\" 1x)'")]
    [InlineData("font-family='a;background:url(x)'")]
    public void Clean_AnAttributeOfADrawingThatFetches_IsGone(string attribute) => Assert.Equal("<path/>", HtmlFilter.Clean($"<path {attribute}/>"));

    [Theory]
    [InlineData("fill=\"url(#g)\"")]
    [InlineData("stroke=\"rgba(0, 10, 20, .5)\"")]
    [InlineData("font-family=\"'DejaVu Sans', serif\"")]
    [InlineData("fill=\"#a0b1c2\"")]
    public void Clean_AnAttributeOfADrawing_Stays(string attribute) => Assert.Equal($"<path {attribute}/>", HtmlFilter.Clean($"<path {attribute}/>"));

    [Fact]
    public void Clean_TagsMadeByRemoval_AreText() =>
        Assert.DoesNotContain("<script", HtmlFilter.Clean("<scr<script></script>ipt>alert(1)</scr<script></script>ipt>"), StringComparison.OrdinalIgnoreCase);
}
