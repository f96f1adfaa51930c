using System.Net;
using System.Text.RegularExpressions;
using Pathwise.Notebooks.Html;
using Xunit;

namespace Pathwise.Tests.Notebooks.Html;

public sealed class CodeHtmlTests
{
    [Theory]
    [InlineData("#r \"a.dll\"\nusing Pathwise.Sem;\n\nvar x = 1.5; // <why>\nforeach (var y in x) Console.WriteLine($\"{y,5:0.0} & <b>\");\nx")]
    [InlineData("var model = \"\"\"\n  a =~ b + c   # text\n  d ~~ d\n  \"\"\";")]
    [InlineData("this is not C# at all <&>")]
    [InlineData("")]
    public void Of_WithoutItsTags_IsTheCode(string code) =>
        Assert.Equal(code, WebUtility.HtmlDecode(Regex.Replace(CodeHtml.Of(code), "<[^>]*>", "")));

    [Fact]
    public void Of_KeywordsTextsNumbersAndComments_AreTold()
    {
        var html = CodeHtml.Of("return F(\"a\", 2); // c");
        Assert.Equal("<span class=\"k\">return</span> <span class=\"m\">F</span>(<span class=\"s\">&quot;a&quot;</span>, <span class=\"n\">2</span>); <span class=\"c\">// c</span>", html);
    }
}
