using Pathwise.Sem.Moderation;
using Pathwise.Sem.Specification;
using Xunit;

namespace Pathwise.Tests.Sem.Moderation;

public sealed class ProcessModelTests
{
    [Theory]
    [InlineData(1, "", "y ~ x + w + x:w")]
    [InlineData(2, "", "y ~ x + w + z + x:w + x:z")]
    [InlineData(3, "", "y ~ x + w + z + x:w + x:z + w:z + x:w:z")]
    [InlineData(4, "m,n", "m ~ x|n ~ x|y ~ x + m + n|m ~~ n")]
    [InlineData(5, "m", "m ~ x|y ~ x + m + w + x:w")]
    [InlineData(6, "m,n", "m ~ x|n ~ x + m|y ~ x + m + n")]
    [InlineData(7, "m", "m ~ x + w + x:w|y ~ x + m")]
    [InlineData(8, "m", "m ~ x + w + x:w|y ~ x + m + w + x:w")]
    [InlineData(14, "m,n", "m ~ x|n ~ x|y ~ x + m + n + w + m:w + n:w|m ~~ n")]
    [InlineData(15, "m", "m ~ x|y ~ x + m + w + x:w + m:w")]
    [InlineData(58, "m", "m ~ x + w + x:w|y ~ x + m + w + m:w")]
    [InlineData(59, "m", "m ~ x + w + x:w|y ~ x + m + w + x:w + m:w")]
    [InlineData(92, "m,n", "m ~ x + w + x:w|n ~ x + m + w + x:w + m:w|y ~ x + m + n + w + x:w + m:w + n:w")]
    public void Syntax_Number_IsTheModelOfHayes(int number, string mediators, string expected)
    {
        var plan = Plan(number, mediators);
        Assert.Equal(expected.Replace('|', '\n'), plan.Syntax().TrimEnd());
        ModelSpecification.Parse(plan.Syntax()).Table();
        var covariate = plan with { Covariates = ["k"] };
        Assert.All(covariate.Syntax().TrimEnd().Split('\n').Where(line => line.Contains(" ~ ", StringComparison.Ordinal)), line => Assert.EndsWith(" + k", line, StringComparison.Ordinal));
    }

    [Fact]
    public void Syntax_LatentVariables_HaveProductsOfPairsOfIndicators()
    {
        var measured = ModelSpecification.Parse("x =~ x1 + x2 + x3\nw =~ w1 + w2\nm =~ m1 + m2\n");
        var text = Plan(8, "m").Syntax(measured);
        Assert.Contains("x:w =~ x1:w1 + x2:w2\n", text, StringComparison.Ordinal);
        Assert.Contains("x:w =~ x1:w + x2:w + x3:w\n", Plan(7, "m").Syntax(ModelSpecification.Parse("x =~ x1 + x2 + x3")), StringComparison.Ordinal);
        Assert.True(Plan(7, "m").HasLatentProducts(measured));
        Assert.False(Plan(7, "m").HasLatentProducts(ModelSpecification.Parse("m =~ m1 + m2")));
        var names = ModelSpecification.Parse(text).Table().Rows.Select(row => $"{row.Lhs}{row.Operator.Text()}{row.Rhs}").ToHashSet();
        Assert.Contains("x~~w", names);
        Assert.True(names.Contains("x~~x:w") || names.Contains("x:w~~x"));
    }

    [Theory]
    [InlineData(9, "m", "this model is not offered; there are 1, 2, 3, 4, 5, 6, 7, 8, 14, 15, 58, 59, 92.")]
    [InlineData(1, "m", "has no part for --m")]
    [InlineData(7, "", "needs --m")]
    [InlineData(6, "m", "expected at least 2")]
    [InlineData(7, "x", "x is given two parts")]
    [InlineData(7, "job satisfaction", "'job satisfaction' cannot be a name in a model; expected letters")]
    [InlineData(4, "2m", "'2m' cannot be a name in a model")]
    [InlineData(4, "m@home", "'m@home' cannot be a name in a model")]
    [InlineData(4, "a+b", "'a+b' cannot be a name in a model")]
    public void Syntax_PartsThatDoNotFit_AreRefused(int number, string mediators, string message) =>
        Assert.Contains(message, Assert.Throws<InputException>(() => Plan(number, mediators).Syntax()).Message, StringComparison.Ordinal);

    [Fact]
    public void Syntax_LatentProductsWithoutIndicators_AreRefused()
    {
        var higher = ModelSpecification.Parse("a =~ a1 + a2\nb =~ b1 + b2\nx =~ a + b");
        Assert.Contains("has no indicators, since x is measured by a", Assert.Throws<InputException>(() => Plan(7, "m").Syntax(higher)).Message, StringComparison.Ordinal);
        Assert.Contains("products of three variables", Assert.Throws<InputException>(() => Plan(3, "").Syntax(ModelSpecification.Parse("x =~ x1 + x2"))).Message, StringComparison.Ordinal);
        Assert.Contains("needs --w", Assert.Throws<InputException>(() => (Plan(7, "m") with { W = null }).Syntax()).Message, StringComparison.Ordinal);
        Assert.Contains("needs --z", Assert.Throws<InputException>(() => (Plan(2, "") with { Z = null }).Syntax()).Message, StringComparison.Ordinal);
    }

    private static ProcessPlan Plan(int number, string mediators) => new()
    {
        Number = number, X = "x", Y = "y", Mediators = mediators.Split(',', StringSplitOptions.RemoveEmptyEntries),
        W = number is 4 or 6 ? null : "w", Z = number is 2 or 3 ? "z" : null,
    };
}
