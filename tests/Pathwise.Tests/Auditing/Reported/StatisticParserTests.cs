using Pathwise.Auditing.Reported;
using Xunit;

namespace Pathwise.Tests.Auditing.Reported;

public sealed class StatisticParserTests
{
    [Theory]
    [InlineData("kind", "mood", "the kind 'mood' is not known")]
    [InlineData("id", "a b", "the id 'a b' may hold letters")]
    [InlineData("printed", "much", "the printed text 'much' is not a number")]
    [InlineData("df", "0", "the df '0' is not a positive number")]
    [InlineData("df", "1,2", "the df '1,2' are 2 numbers; expected 1.")]
    [InlineData("n", "0", "the n '0' is not a positive whole number")]
    [InlineData("links", "friend: y", "'friend' in links is not known")]
    [InlineData("links", "p", "'p' in links is not of the form 'name: value'")]
    [InlineData("details", "items: 1; items: 2", "each name once")]
    [InlineData("place", " ", "the field 'place' is missing")]
    [InlineData("taken", "A setting.", "expected one of the two")]
    public void Parse_ATextThatDoesNotFit_NamesLineAndReason(string field, string text, string expected)
    {
        var texts = new Dictionary<string, string>
        {
            ["id"] = "x", ["what"] = "a value", ["kind"] = "mean", ["printed"] = "5.1", ["place"] = "Table 1", ["why"] = "Lost.",
        };
        texts[field] = text;
        var message = Assert.Throws<InputException>(() => StatisticParser.Parse(new StatisticFields("s.csv", 7, texts))).Message;
        Assert.StartsWith("s.csv, line 7: ", message, StringComparison.Ordinal);
        Assert.Contains(expected, message, StringComparison.Ordinal);
    }

    [Fact]
    public void Parse_ATakenValue_KeepsHow()
    {
        var texts = new Dictionary<string, string> { ["id"] = "x", ["what"] = "a", ["kind"] = "claim", ["printed"] = "ML", ["place"] = "p", ["taken"] = "A setting." };
        Assert.Equal("A setting.", StatisticParser.Parse(new StatisticFields("s.csv", 2, texts)).Taken);
    }
}
