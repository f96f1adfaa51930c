using Pathwise.Sem.Syntax;
using Xunit;

namespace Pathwise.Tests.Sem.Syntax;

public sealed class TokenizerTests
{
    [Theory]
    [InlineData("f =\u02DC x1", "U+02DC", "type ~")]
    [InlineData("f =\u223C x1", "U+223C", "type ~")]
    [InlineData("y \uFF5E x", "U+FF5E", "type ~")]
    [InlineData("y \uFF1D~ x", "U+FF1D", "type =")]
    [InlineData("y ~ x \uFF0B z", "U+FF0B", "type +")]
    [InlineData("y ~ \u22121*x", "U+2212", "type -")]
    [InlineData("b := a \u2013 c", "U+2013", "type -")]
    [InlineData("y ~ \u201Ca\u201D*x", "U+201C", "type \"")]
    [InlineData("y ~ 0.5\u2217x", "U+2217", "type *")]
    [InlineData("b \u2254 a*c", "U+2254", "type :=")]
    [InlineData("a \u2265 0", "U+2265", "type >=")]
    [InlineData("y ~\u200B x", "U+200B", "delete it")]
    [InlineData("y =\u2060~ x", "U+2060", "delete it")]
    [InlineData("\uFEFFy ~ x", "U+FEFF", "delete it")]
    [InlineData("y ~ x1\u00AD2", "U+00AD", "delete it")]
    public void Lines_CharacterThatOnlyLooksRight_IsNamedWithWhatToType(string syntax, string code, string advice)
    {
        var reason = Refusal(syntax).Reason;
        Assert.Contains($"({code})", reason, StringComparison.Ordinal);
        Assert.EndsWith($"; {advice}.", reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("y = x", "'=' alone has no meaning in a model syntax; expected =~, == or :=.")]
    [InlineData("y ~ @x", "the character '@' has no meaning in a model syntax.")]
    [InlineData("y ~ \U0001F600", "'\U0001F600' (U+1F600) has no meaning in a model syntax.")]
    [InlineData("y ~ e\u0301", "a character that cannot be seen (U+0301) has no meaning in a model syntax.")]
    [InlineData("y ~ \"a*x", "a quotation mark is not closed on this line.")]
    public void Lines_OtherCharacters_HaveNoMeaning(string syntax, string expected) => Assert.Equal(expected, Refusal(syntax).Reason);

    [Theory]
    [InlineData("y\u00A0~\u2009x # \u2013 a comment \u02DC")]
    [InlineData("y ~ x \u3000! \u201C")]
    public void Lines_BlanksOfOtherWidthsAndComments_AreRead(string syntax) =>
        Assert.Equal(["y", "~", "x"], Assert.Single(Tokenizer.Lines(syntax)).Select(token => token.Text));

    [Fact]
    public void Lines_LineOfAMillionLetters_IsNotEchoedWhole() =>
        Assert.InRange(Refusal($"y ~ {new string('x', 1_000_000)} @").Message.Length, 1, 400);

    private static SyntaxException Refusal(string syntax) => Assert.Throws<SyntaxException>(() => Tokenizer.Lines(syntax));
}
