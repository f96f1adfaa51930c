using Pathwise.Numerics;
using Pathwise.Reporting.Sentences;
using Xunit;

namespace Pathwise.Tests.Reporting.Sentences;

public sealed class ProseTests
{
    [Theory]
    [InlineData(0, "0 cases are usable.")]
    [InlineData(1, "1 case is usable.")]
    [InlineData(5000, "5,000 cases are usable.")]
    public void Say_ACount_AgreesInNumber(int n, string expected) =>
        Assert.Equal([expected], Prose.Say("{n:# case|# cases} {n:is|are} usable.", new { n }).Paragraphs);

    [Theory]
    [InlineData(0, "No rule applies.")]
    [InlineData(1, "One rule applies.")]
    [InlineData(3, "3 rules apply.")]
    public void Say_ACountOfThreeWords_KnowsNone(int n, string expected) =>
        Assert.Equal([expected], Prose.Say("{n:No rule applies|One rule applies|# rules apply}.", new { n }).Paragraphs);

    [Theory]
    [InlineData(.0739, "p = .074: the path is left out.")]
    [InlineData(.0001, "p < .001: the path stays.")]
    [InlineData(null, "undefined: nothing is decided.")]
    public void Say_AVerdict_FollowsItsNumber(double? p, string expected) =>
        Assert.Equal([expected], Prose.Say("{p:p}: {stays:the path stays|the path is left out|nothing is decided}.", new { p, stays = p.IsBelow(.05) }).Paragraphs);

    [Theory]
    [InlineData("{x:0.00}", "0.50")]
    [InlineData("{x:.00}", ".50")]
    [InlineData("{x:0 %}", "50 %")]
    [InlineData("{x:0.0 %}", "49.6 %")]
    [InlineData("{x:p}", "p = .496")]
    public void Say_ANumber_InItsFormat(string template, string expected) =>
        Assert.Equal([expected], Prose.Say(template, new { x = 0.496 }).Paragraphs);

    [Fact]
    public void Say_IntervalsListsAndParagraphs_AreWritten()
    {
        var said = Prose.Say("The bounds\n  are {bounds:0.0}.\n \n{items} of {none}", new { bounds = new Interval(-1, 2.04, .95), items = new[] { "a", "b", "c" }, none = Array.Empty<string>() });
        Assert.Equal(["The bounds are [-1.0, 2.0].", "a, b and c of none"], said.Paragraphs);
    }

    [Fact]
    public void Say_ChoicesInsideOfChoices_AreChosen() => Assert.Equal(
        ["All 2 hold (p = .010)."],
        Prose.Say("{all:All {n:one holds|# hold} ({p:p})|Not all hold}.", new { all = true, n = 2, p = 0.01 }).Paragraphs);

    [Theory]
    [InlineData("{y:0.0}", "Not a value of the template: 'y'. It has: x.")]
    [InlineData("nothing", "Not said by the template: x.")]
    [InlineData("{x}", "'x' cannot be said so; expected decimals, as in {name:0.00}, {name:.00}, {name:0 %}, or {name:p}.")]
    [InlineData("{x:yes|no}", "'x' cannot be said so; expected decimals")]
    [InlineData("{x:0.0", "the place for 'x' is not closed by '}'.")]
    [InlineData("{x:0.0} }", "nothing is open that '}' could close.")]
    public void Say_ATemplateThatDoesNotFit_IsRefused(string template, string expected) =>
        Assert.Contains(expected, Assert.Throws<InputException>(() => Prose.Say(template, new { x = 0.5 })).Message, StringComparison.Ordinal);

    [Fact]
    public void Say_AVerdictThatMayBeUndefined_NeedsAWordForIt() =>
        Assert.Contains("three words", Assert.Throws<InputException>(() => Prose.Say("{x:yes|no}", new { x = (bool?)true })).Message, StringComparison.Ordinal);

    [Fact]
    public void Say_AFaultInWordsThatAreNotChosen_IsFound() =>
        Assert.Throws<InputException>(() => Prose.Say("{x:yes|{y}}", new { x = true }));

    [Fact]
    public void Shown_AsTextAndHtml_SayTheSame()
    {
        var said = Prose.Say("{a} & b.\n\nc.", new { a = "<a> {b}" });
        Assert.Equal("<a> {b} & b.\n\nc.\n", said.ToText());
        Assert.Equal("<div class=\"pathwise said\">\n<p>&lt;a&gt; {b} &amp; b.</p>\n<p>c.</p>\n</div>\n", said.ToHtml());
    }
}
