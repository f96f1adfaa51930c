using Pathwise.Sem.Syntax;
using Xunit;

namespace Pathwise.Tests.Sem.Syntax;

public sealed class TermTextTests
{
    [Theory]
    [InlineData("f =~ x1 + NA*x2 + 0.1*x3 + start(1e-3)*x4")]
    [InlineData("f =~ c(1,NA)*x1 + c(\"a\",\"b\")*x2 + equal(\"f=~x2\")*x3 + start(0.5)*lab*x5")]
    [InlineData("y ~ 1 + a*x\nz ~ 0*1 + -0.5*x\ny ~~ 0.25*z\nw ~ 0")]
    public void Formula_ReadAgain_IsTheSameTerm(string syntax)
    {
        var terms = ModelSyntax.Parse(syntax).Terms;
        var again = ModelSyntax.Parse(string.Join("\n", terms.Select(TermText.Formula))).Terms;
        Assert.Equal(terms.Select(Content), again.Select(Content));
    }

    private static string Content(Term term)
    {
        var (fixedAt, start, labels) = (term.Modifier.Fixed, term.Modifier.Start, term.Modifier.Labels);
        return $"{term.Text}|{string.Join(",", fixedAt ?? [])}|{string.Join(",", start ?? [])}|{string.Join(",", labels ?? [])}|{term.Modifier.IsEqualTo}|{fixedAt?.Count}";
    }
}
