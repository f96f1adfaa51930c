using Pathwise.Notebooks.Html;
using Xunit;

namespace Pathwise.Tests.Notebooks.Html;

public sealed class HtmlStyleTests
{
    [Theory]
    [InlineData("position:fixed")]
    [InlineData("position&#58;fixed")]
    [InlineData("position&#x3a;fixed;")]
    [InlineData("p\\6fsition:fixed")]
    [InlineData("p\\00006f sition:absolute")]
    [InlineData("po/**/sition:fixed")]
    [InlineData("POSITION : FIXED")]
    [InlineData("p&#111;sition:sticky")]
    [InlineData("background:u&#114;l(http://x)")]
    [InlineData("background:\\75rl(http://x)")]
    [InlineData("background:u\\72 l(http://x)")]
    [InlineData("background&colon;url(//x)")]
    [InlineData("background:&#117rl(//x)")]
    [InlineData("background:image-set('http://x' 1x)")]
    [InlineData("background:-webkit-cross-fade(url(x),url(y))")]
    [InlineData("background-image:linear-gradient(red,blue)")]
    [InlineData("list-style:url(x)")]
    [InlineData("--a:url(x)")]
    [InlineData("color:var(--paper)")]
    [InlineData("color:expression(alert(1))")]
    [InlineData("behavior:url(x.htc)")]
    [InlineData("transform:scale(99)")]
    [InlineData("inset:0")]
    [InlineData("z-index:9")]
    [InlineData("box-shadow:0 0 0 9999px red")]
    [InlineData("outline:9999px solid red")]
    [InlineData("margin-top:-900px")]
    [InlineData("margin:0 - 9px")]
    [InlineData("text-indent:-.5em")]
    [InlineData("margin:calc(0px - 900px)")]
    [InlineData("animation:a 1s")]
    [InlineData("color")]
    [InlineData(":red")]
    [InlineData("")]
    public void Clean_WhatLeavesItsPlaceOrFetches_IsGone(string style)
    {
        Assert.Equal("", HtmlStyle.Clean(style));
        Assert.Equal("color:red", HtmlStyle.Clean($"{style};color:red"));
    }

    [Theory]
    [InlineData("border-collapse:collapse;border-top:2px solid;border-bottom:2px solid;font-variant-numeric:tabular-nums;margin:1em 0")]
    [InlineData("caption-side:top;text-align:left;padding:.3em 0")]
    [InlineData("max-width:100%;height:auto")]
    [InlineData("white-space:nowrap")]
    [InlineData("color:rgba(0, 0, 0, .5);background:#fff")]
    [InlineData("color:light-dark(#000,rgb(255 255 255 / 90%))")]
    [InlineData("font-family:'DejaVu Sans', \"x y\", sans-serif")]
    [InlineData("width:50% !important")]
    public void Clean_WhatTablesNeed_StaysAsItIs(string style) => Assert.Equal(style, HtmlStyle.Clean(style));

    [Theory]
    [InlineData("text-align: left; ", "text-align:left")]
    [InlineData("c\\6flor:r&#101;d", "color:red")]
    public void Clean_WhatIsSpelledInAnotherWay_IsWrittenPlainly(string style, string expected) => Assert.Equal(expected, HtmlStyle.Clean(style));
}
