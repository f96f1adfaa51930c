using Pathwise.Surveys;
using Xunit;

namespace Pathwise.Tests.Surveys;

/// <summary>Cleaning rules are values: written, read back, hashed, compared, left out by their reason.</summary>
public sealed class CleaningRuleTextTests
{
    private static readonly CleaningRule[] Rules =
    [
        CleaningRule.Requires("consent", "yes", "no consent"), CleaningRule.Excludes("team", "a \"quoted\" one: #1", "it's 1, 2"), CleaningRule.Present("finished", "not finished"),
        CleaningRule.First("id", "twice"), CleaningRule.InRange("outside"), CleaningRule.Varied("straight-lining"), CleaningRule.Complete(2, "blank"), CleaningRule.Complete(3, "blank"),
    ];

    [Fact]
    public void ToJson_MembersAreSortedAndNamedAsInACodebook() => Assert.Equal(
        """{"column":"consent","reason":"no consent","rule":"requires","value":"yes"}""", Rules[0].ToJson());

    [Fact]
    public void ToYaml_InACodebook_IsReadAsTheSameRule()
    {
        foreach (var kind in Enum.GetValues<CleaningRuleKind>())
            Assert.Contains(Rules, rule => rule.Kind == kind);
        using var file = new TemporaryFile($$"""
            title: t
            about: a
            columns:
            {{string.Join('\n', new[] { "consent", "team", "finished", "id" }.Select(name => $"  - {{ name: {name}, kind: text, text: t }}"))}}
            cleaning:
            {{string.Join('\n', Rules.Select(rule => $"  - {rule.ToYaml()}"))}}
            """, ".codebook.yaml");
        Assert.Equal(Rules, Codebook.Read(file.Path).Cleaning);
    }

    [Fact]
    public void Rules_ThatSayTheSame_AreEqualAndHashAlike()
    {
        Assert.Equal(CleaningRule.First("id", "twice"), Rules[3]);
        Assert.Equal(CleaningRule.First("id", "twice").Hash(), Rules[3].Hash());
        Assert.Equal(Rules.Length, Rules.Distinct().Count());
        Assert.Equal(Rules.Length, Rules.Select(rule => rule.Hash()).Distinct().Count());
    }

    [Fact]
    public void Without_ARule_LeavesTheOthersInOrder()
    {
        var codebook = SurveyData.Read(Repository.Path("data", "raw", "executives.csv")).Codebook;
        var lenient = codebook.Without("straight-lining");
        Assert.Equal(codebook.Cleaning.Where(rule => rule.Kind != CleaningRuleKind.Varied), lenient.Cleaning);
        Assert.Equal((codebook.Title, codebook.ItemNames.Count, codebook.Columns.Count), (lenient.Title, lenient.ItemNames.Count, lenient.Columns.Count));
        var mistake = Assert.Throws<InputException>(() => codebook.Without("straightlining"));
        Assert.Contains("the nearest name is straight-lining", mistake.Message, StringComparison.Ordinal);
    }
}
