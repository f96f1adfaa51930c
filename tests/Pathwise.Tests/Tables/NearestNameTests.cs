using Pathwise.Tables;
using Xunit;

namespace Pathwise.Tests.Tables;

public sealed class NearestNameTests
{
    [Theory]
    [InlineData("x99", "x9")]
    [InlineData("X1", "x1")]
    [InlineData("colaboration", "collaboration")]
    [InlineData("speed", null)]
    [InlineData("z", null)]
    public void To_AMistypedName_FindsTheOneThatWasMeant(string wanted, string? nearest) =>
        Assert.Equal(nearest, NearestName.To(wanted, ["x1", "x9", "collaboration", "conflict"]));

    [Theory]
    [InlineData("\u04451", "'x' (U+0078)", "'\u0445' (U+0445)")]
    [InlineData("\uFF581", "'x' (U+0078)", "'\uFF58' (U+FF58)")]
    public void Complaint_NameOfLettersThatLookAlike_NamesTheLetters(string wanted, string there, string here) => Assert.StartsWith(
        $"Not in data.csv: {wanted}; it has x1, which looks alike but is written with {there} where this has {here}.",
        NearestName.Complaint("data.csv", wanted, ["y", "x1"]),
        StringComparison.Ordinal);

    [Fact]
    public void Complaint_NameOfAMillionLetters_IsClipped() =>
        Assert.InRange(NearestName.Complaint("data.csv", new string('x', 1_000_000), [new string('y', 1_000_000)]).Length, 1, 300);

    [Fact]
    public void Complaint_ManyNames_ListsTheFirst()
    {
        var names = Enumerable.Range(1, 50).Select(i => $"item{i}").ToList();
        var text = NearestName.Complaint("data.csv", "iten7", names);
        Assert.StartsWith("Not in data.csv: iten7; the nearest name is item7. It has: item1, item2,", text, StringComparison.Ordinal);
        Assert.EndsWith("item40 and 10 more.", text, StringComparison.Ordinal);
    }
}
