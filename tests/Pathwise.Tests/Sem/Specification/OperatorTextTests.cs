using Pathwise.Sem.Specification;
using Xunit;

namespace Pathwise.Tests.Sem.Specification;

public sealed class OperatorTextTests
{
    [Fact]
    public void Parse_EveryText_IsItsOperatorAgain() =>
        Assert.All(Enum.GetValues<Operator>(), value => Assert.Equal(value, OperatorText.Parse(value.Text())));

    [Fact]
    public void Parse_AnotherText_IsRefused() => Assert.Throws<ArgumentException>(() => OperatorText.Parse("=>"));
}
