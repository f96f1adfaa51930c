using Pathwise.Sem.Specification;
using Pathwise.Sem.Syntax;
using Xunit;

namespace Pathwise.Tests.Sem.Specification;

public sealed class RelationResolverTests
{
    [Fact]
    public void Define_NamesOfFreeFixedAndDefined_AreResolved()
    {
        var definitions = Table("y ~ a*x + 0.5*z + k*z2\ny ~~ v*y\nq := 2*a\nr := q + v").Definitions;
        Assert.Equal([6, 10], definitions.Select(each => each.Function.Value([3, 9, 4])));
    }

    [Theory]
    [InlineData("y ~ a*x\nq := a*c", "'c' is neither a label nor a definition made above. There are: a.")]
    [InlineData("y ~ x\nq := 2*c", "The model has no labels.")]
    [InlineData("y ~ a*x\na := 2*a", "'a' is already the label")]
    [InlineData("y ~ a*x + 1*z\n1 == 2", "restricts no free parameter")]
    public void Relations_WithoutMeaning_AreRefused(string syntax, string expected) =>
        Assert.Contains(expected, Assert.Throws<SyntaxException>(() => Table(syntax)).Message, StringComparison.Ordinal);

    private static ParameterTable Table(string syntax) => ModelSpecification.Parse(syntax).Table();
}
