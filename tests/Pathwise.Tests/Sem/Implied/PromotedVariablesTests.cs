using Pathwise.Sem.Implied;
using Pathwise.Sem.Specification;
using Xunit;

namespace Pathwise.Tests.Sem.Implied;

public sealed class PromotedVariablesTests
{
    [Theory]
    [InlineData("f =~ a + b + c", "")]
    [InlineData("f =~ a + b + c\na ~~ b", "")]
    [InlineData("f =~ a + b + c\na ~ d", "a,d")]
    [InlineData("f =~ a + b + c\nf ~~ d\nd ~~ e\na ~~ b", "d,e")]
    [InlineData("a ~~ b\nc ~ a", "c,a,b")]
    public void Of_IsWhatRegressionsAndTheirCovariancesReach(string syntax, string expected) =>
        Assert.Equal(expected.Split(',', StringSplitOptions.RemoveEmptyEntries).Order(), PromotedVariables.Of(ModelSpecification.Parse(syntax).Table()).Order());
}
