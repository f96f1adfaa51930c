using Pathwise.Auditing.Reported;
using Xunit;

namespace Pathwise.Tests.Auditing.Reported;

public sealed class StatisticsYamlTests
{
    [Fact]
    public void Read_AList_GivesTheSameFieldsAsATable()
    {
        using var folder = new StatisticsFolder();
        var file = folder.Write("a.yaml", """
            - id: m
              what: a mean
              kind: mean
              printed: "5.10"
              n: 52
              place: Table 1
              details: { items: 1, scale: 1-7 }
            """);
        var mean = PublishedStatistics.Read(file)["m"];
        Assert.Equal(("5.10", 52, "1", "1-7"), (mean.Printed, mean.N, mean.Details["items"], mean.Details["scale"]));
        Assert.EndsWith("a.yaml, line 1", mean.Source, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("id: x", "expected a list of statistics")]
    [InlineData("- x", "line 1: expected fields")]
    [InlineData("- id: x\n  page: 3", "line 1: the field 'page' is not known")]
    [InlineData("- id: [x]", "line 1: expected a text")]
    [InlineData("- id: \"x", "line 1")]
    [InlineData("- a\n---\n- b", "a second document begins here; expected one")]
    public void Read_AnotherForm_NamesTheLine(string text, string message)
    {
        using var folder = new StatisticsFolder();
        var file = folder.Write("a.yaml", text);
        Assert.Contains(message, Assert.Throws<InputException>(() => PublishedStatistics.Read(file)).Message, StringComparison.Ordinal);
    }
}
