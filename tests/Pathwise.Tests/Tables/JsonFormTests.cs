using Pathwise.Synthesis;
using Xunit;

namespace Pathwise.Tests.Tables;

public sealed class JsonFormTests
{
    private const string Head = """{"model":["f =~ x1+x2+x3"],"respondents":50,"scale":{"lowest":1,"highest":7},""";

    [Theory]
    [InlineData(Head + """ "statistics":[null]}""", "t.json: $.statistics[0] is null; expected a value.")]
    [InlineData("""{"model":[null],"respondents":50,"scale":{"lowest":1,"highest":7},"statistics":[]}""", "t.json: $.model[0] is null; expected a value.")]
    [InlineData(Head + """ "ranges":{"loadings":{"x1":null}},"statistics":[]}""", "t.json: the range of x1 is null; expected two numbers.")]
    [InlineData(Head + """ "title":null,"statistics":[]}""", "'title' is null; expected a value.")]
    [InlineData(Head + """ "respondents":60,"statistics":[]}""", "respondents")]
    [InlineData(Head + """ "title":"\ud800","statistics":[]}""", "t.json: $.title has half of a character")]
    [InlineData(Head + """ "statistics":{}}""", "$.statistics: expected a list in brackets.")]
    [InlineData("""{"model":["f =~ x1"],"respondents":"many","scale":{},"statistics":[]}""", "line 1: $.respondents: expected a number.")]
    [InlineData("""{"model":["f =~ x1"],"respondents":5.5,"scale":{},"statistics":[]}""", "line 1: $.respondents: expected a whole number.")]
    [InlineData("""{"respondents":5}""", "there is no 'model'")]
    [InlineData(Head + """ "statistics":[],"extra":1}""", "'extra' is not known here.")]
    [InlineData(Head + "\n\"statistics\":[}", "t.json, line 2: ")]
    public void Targets_ThatDoNotFit_AreRefusedInWordsOfTheFile(string json, string expected)
    {
        var message = Assert.Throws<InputException>(() => TargetsFile.Parse(json, "t.json")).Message;
        Assert.Contains(expected, message, StringComparison.Ordinal);
        Assert.DoesNotContain("System.", message, StringComparison.Ordinal);
        Assert.DoesNotContain("Pathwise.", message, StringComparison.Ordinal);
    }

    [Fact]
    public void Targets_NestedDeeply_AreRefused() => Assert.StartsWith(
        "t.json", Assert.Throws<InputException>(() => TargetsFile.Parse(new string('[', 100_000), "t.json")).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData(2_000_000_000, 7, "2000000000 respondents are more than a search can carry")]
    [InlineData(50, 2_000_000_000, "the scale runs from 1 to 2000000000")]
    [InlineData(50, 7, "there is no statistic that answers could be searched for")]
    public void Targets_BeyondAnySearch_AreRefusedBeforeIt(int respondents, int highest, string expected)
    {
        var json = $$"""{"model":["f =~ x1+x2+x3+x4"],"respondents":{{respondents}},"scale":{"lowest":1,"highest":{{highest}}},"statistics":[]}""";
        var targets = TargetsFile.Parse(json, "t.json");
        Assert.Contains(expected, Assert.Throws<InputException>(() => targets.Synthesize(1, stop: TestContext.Current.CancellationToken)).Message, StringComparison.Ordinal);
    }
}
