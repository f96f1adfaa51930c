using System.Xml.Linq;
using Pathwise.Notebooks.Html;
using Xunit;

namespace Pathwise.Tests.Notebooks.Html;

public sealed class FormulaTests
{
    [Theory]
    [InlineData("x_{ij}", "<msub><mi>x</mi><mrow><mi>i</mi><mi>j</mi></mrow></msub>")]
    [InlineData("\\chi^2", "<msup><mi>χ</mi><mrow><mn>2</mn></mrow></msup>")]
    [InlineData("c'_1", "<msub><mrow><mi>c</mi><mo lspace=\"0\" rspace=\"0\">′</mo></mrow><mn>1</mn></msub>")]
    [InlineData("\\frac{a}{b}", "<mfrac><mrow><mi>a</mi></mrow><mrow><mi>b</mi></mrow></mfrac>")]
    [InlineData("\\sqrt{x}", "<msqrt><mrow><mi>x</mi></mrow></msqrt>")]
    [InlineData("\\text{if } x", "<mtext>if </mtext><mi>x</mi>")]
    [InlineData("\\mathbf{X}", "<mi class=\"bold\" mathvariant=\"italic\">𝐗</mi>")]
    [InlineData("a < b", "<mi>a</mi><mo>&lt;</mo><mi>b</mi>")]
    [InlineData("1.96", "<mn>1.96</mn>")]
    public void ToMathMl_APiece_IsItsElement(string latex, string expected) =>
        Assert.Contains($"<mrow>{expected}</mrow><annotation", Formula.ToMathMl(latex, isBlock: false), StringComparison.Ordinal);

    [Theory]
    [InlineData("F_{\\mathrm{ML}}(\\theta) = \\log\\det\\Sigma(\\theta) + \\operatorname{tr}\\left(S\\Sigma^{-1}\\right) - \\log\\det S - p")]
    [InlineData("\\sum_{i=1}^{n} \\hat{x}_i^2 \\le \\bar x \\quad \\prod_j \\tilde\\beta_j'")]
    [InlineData("\\begin{pmatrix} a & b \\\\ c & d \\end{pmatrix} = \\begin{cases} 1 & x > 0 \\\\ 0 & \\text{otherwise} \\end{cases}")]
    [InlineData("\\begin{aligned} a &= b \\\\ &= c \\end{aligned}")]
    [InlineData("\\left. \\frac{\\partial F}{\\partial \\theta} \\right|_{\\theta = 0} \\in \\mathbb{R}^{p \\times p}")]
    public void ToMathMl_AFormulaOfThePapers_IsWellFormedAndKnown(string latex)
    {
        var math = XElement.Parse(Formula.ToMathMl(latex, isBlock: true));
        Assert.Equal(latex, math.Descendants("annotation").Single().Value);
        Assert.DoesNotContain(math.Descendants(), each => (string?)each.Attribute("class") == "unknown");
    }

    [Theory]
    [InlineData("{", "}", 30_000)]
    [InlineData("\\frac", "", 30_000)]
    [InlineData("\\sqrt[", "]", 5_000)]
    [InlineData("\\left(", "\\right)", 5_000)]
    [InlineData("\\begin{pmatrix}", "\\end{pmatrix}", 5_000)]
    [InlineData("x_{", "}", 101)]
    public void ToMathMl_NestedTooDeeply_IsShownAsItWasWritten(string open, string close, int times)
    {
        var latex = string.Concat(Enumerable.Repeat(open, times)) + "x" + string.Concat(Enumerable.Repeat(close, times));
        var math = XElement.Parse(Formula.ToMathMl(latex, isBlock: false));
        Assert.Equal(latex, math.Descendants("mtext").Single(each => (string?)each.Attribute("class") == "unknown").Value);
    }

    [Fact]
    public void ToMathMl_NestedAsPapersNest_IsDrawn() => Assert.DoesNotContain("unknown",
        Formula.ToMathMl(string.Concat(Enumerable.Repeat("\\frac{1}{1 + ", 30)) + "x" + new string('}', 30), isBlock: true), StringComparison.Ordinal);

    [Theory]
    [InlineData("\\unheardof{x}")]
    [InlineData("x}")]
    [InlineData("{x")]
    [InlineData("\\frac{a}")]
    [InlineData("\\left(")]
    [InlineData("\\begin{pmatrix} a")]
    [InlineData("x_")]
    [InlineData("\\")]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("")]
    public void ToMathMl_ABrokenFormula_IsStillWellFormed(string latex)
    {
        var math = XElement.Parse(Formula.ToMathMl(latex, isBlock: false));
        Assert.Empty(math.Descendants("script"));
    }
}
