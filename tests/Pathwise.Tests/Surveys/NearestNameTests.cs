using Pathwise.Surveys;
using Xunit;

namespace Pathwise.Tests.Surveys;

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

    [Fact]
    public void Complaint_ManyNames_ListsTheFirst()
    {
        var names = Enumerable.Range(1, 50).Select(i => $"item{i}").ToList();
        var text = NearestName.Complaint("data.csv", "iten7", names);
        Assert.StartsWith("Not in data.csv: iten7; the nearest name is item7. It has: item1, item2,", text, StringComparison.Ordinal);
        Assert.EndsWith("item40 and 10 more.", text, StringComparison.Ordinal);
    }
}
