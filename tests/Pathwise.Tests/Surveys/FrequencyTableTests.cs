using Pathwise.Surveys;
using Xunit;

namespace Pathwise.Tests.Surveys;

public sealed class FrequencyTableTests
{
    private static readonly FrequencyTable Teams = FrequencyTable.Of(
        new CodebookColumn("team", ColumnKind.Choice, "", new Dictionary<string, string> { ["a"] = "Team A", ["b"] = "Team B" }),
        ["a", "a", null, "b"]);

    [Fact]
    public void Of_MissingValues_AreNotInTheBase() =>
        Assert.Equal([(2, 3), (1, 3)], Teams.Select(row => (row.Count, row.Base)));

    [Fact]
    public void Indexer_ValueAsTheFileWritesIt_FindsItsRow() => Assert.Equal("Team B", Teams["b"].Label);

    [Fact]
    public void Indexer_UnknownValue_NamesTheValuesThereAre()
    {
        var mistake = Assert.Throws<InputException>(() => Teams["c"]);
        Assert.Equal("Not a value of column 'team': c. It has: a, b.", mistake.Message);
    }
}
