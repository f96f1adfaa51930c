using Pathwise.Notebooks.Html;
using Xunit;

namespace Pathwise.Tests.Notebooks.Html;

/// <summary>What is a formula is as Jupyter has it, prices apart.</summary>
public sealed class SpanningFormulasTests
{
    private readonly MarkdownHtml _markdown = new(link => link);

    [Theory]
    [InlineData("Inline $s_i = s_{i}\n$ end. Space $ x^2 + y^2 $ end.", "s_i = s_{i}", "x^2 + y^2")]
    [InlineData("Over $a\n+ b$ lines.", "a\n+ b")]
    [InlineData("Over $$a\n+ b\n- c$$ lines.", "a\n+ b\n- c")]
    [InlineData("$$\na\n+ b$$ (1)", "a\n+ b")]
    [InlineData("$\nx = 1\n# 2\n$", "x = 1\n# 2")]
    [InlineData("- an item with $a\n  * b$\n- another", "a\n  * b")]
    [InlineData("> quoted $a\n> + b$ too", "a\n+ b")]
    [InlineData("before\n\n> quoted\n> $a\n> + b$ too", "a\n+ b")]
    [InlineData("one $x$\ntwo $y\n= 2$ three $z$", "x", "y\n= 2", "z")]
    [InlineData("cost \\$5, then $a\n+ b$", "a\n+ b")]
    [InlineData("`$a\n` and $b\n$", "b")]
    [InlineData("text $a\n+ b$\n\n$$\nc\n$$\n", "a\n+ b", "c")]
    public void Of_AFormulaOverLines_IsOne(string markdown, params string[] formulas)
    {
        var html = _markdown.Of(markdown);
        var found = html.Split("application/x-tex\">").Skip(1).Select(each => each[..each.IndexOf("</annotation>", StringComparison.Ordinal)]);
        Assert.Equal(formulas, found);
        Assert.DoesNotContain('\uFDD0', html);
    }

    [Theory]
    [InlineData("Only here, price $5 and $6.")]
    [InlineData("I pay $5 today and\n$6 tomorrow.")]
    [InlineData("| a | b |\n|---|---|\n| $5 | $6 |\n| $7 | $8 |")]
    [InlineData("- $5\n- $6\n")]
    [InlineData("5$ and\n6$ too")]
    [InlineData("costs $5\n\nand 6$ too")]
    [InlineData("\\$a\n+ b\\$")]
    [InlineData("```\n$ a\n$ b\n```")]
    [InlineData("code:\n\n    $ ls\n    $ pwd")]
    [InlineData("`$a\nb$`")]
    public void Of_PricesAndCode_AreNoFormulas(string markdown) => Assert.DoesNotContain("<math", _markdown.Of(markdown), StringComparison.Ordinal);

    [Theory]
    [InlineData("code:\n\n    $ ls\n    $ pwd", "<code>$ ls\n$ pwd\n</code>")]
    [InlineData("- a\n\n\n      $ ls\n      $ pwd", "<code>$ ls\n$ pwd\n</code>")]
    [InlineData("[a]($x\ny$)", "")]
    [InlineData("a \uFDD0" + "0\uFDD1 b $c\n+ d$", "a \uFFFD0\uFFFD b")]
    public void Of_AMarkWhereNoFormulaCanStand_LeavesNoTrace(string markdown, string expected)
    {
        var html = _markdown.Of(markdown);
        Assert.Contains(expected, html, StringComparison.Ordinal);
        Assert.DoesNotContain('\uFDD0', html);
    }

    [Fact]
    public void Of_AFormulaInThePicturesWords_IsTextThere() =>
        Assert.Contains("alt=\"of x &lt; 1\"", _markdown.Of("![of $x < 1$](a.png)"), StringComparison.Ordinal);
}
