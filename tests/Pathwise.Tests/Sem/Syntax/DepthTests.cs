using Pathwise.Sem.Specification;
using Pathwise.Sem.Syntax;
using Xunit;

namespace Pathwise.Tests.Sem.Syntax;

/// <summary>Expressions are read and computed by recursion: what would overflow the stack, or never end, is refused.</summary>
[Trait("pace", "slow")]
public sealed class DepthTests
{
    private const string Model = "y ~ a*x + b*z\n";

    [Theory]
    [InlineData("(", ")", 100_000)]
    [InlineData("(", ")", 101)]
    [InlineData("-", "", 100_000)]
    [InlineData("+", "", 100_000)]
    [InlineData("a^", "", 100_000)]
    [InlineData("exp(", ")", 100_000)]
    [InlineData("-(", ")", 51)]
    public void Definition_NestedDeeply_IsRefused(string open, string close, int times) => Assert.Contains(
        "nested more than 100 levels deep",
        Refusal($"d := {string.Concat(Enumerable.Repeat(open, times))}a{string.Concat(Enumerable.Repeat(close, times))}"),
        StringComparison.Ordinal);

    [Fact]
    public void Definition_WithOperandsWithoutEnd_IsRefused()
    {
        Assert.Contains("more than 2000 operands", Refusal($"d := a{string.Concat(Enumerable.Repeat(" + b", 100_000))}"), StringComparison.Ordinal);
        Assert.Contains("nested more than", Refusal($"y ~ {string.Concat(Enumerable.Repeat("c(", 100_000))}1"), StringComparison.Ordinal);
    }

    [Fact]
    public void Definitions_ThatDoubleAtEveryStep_AreRefused()
    {
        var doubling = string.Concat(Enumerable.Range(1, 60).Select(i => $"d{i} := d{i - 1} + d{i - 1}\n"));
        Assert.Contains("operations", Refusal("d0 := a + b\n" + doubling), StringComparison.Ordinal);
        var chain = string.Concat(Enumerable.Range(1, 20_000).Select(i => $"d{i} := d{i - 1} + a\n"));
        Assert.Contains("levels deep", Refusal("d0 := a + b\n" + chain), StringComparison.Ordinal);
    }

    [Fact]
    public void Definitions_AsPeopleWriteThem_AreComputed()
    {
        var sum = string.Concat(Enumerable.Repeat(" + b", 1000));
        var table = ModelSpecification.Parse($"{Model}d := a{sum}\ne := {new string('(', 50)}d{new string(')', 50)} - a\n").Table();
        Assert.Equal(1000 * 0.25, table.Definitions[1].Function.Value([.. Enumerable.Range(0, table.FreeCount).Select(_ => 0.25)]), 9);
    }

    private static string Refusal(string lines) => Assert.Throws<SyntaxException>(() => ModelSpecification.Parse(Model + lines).Table()).Reason;
}
