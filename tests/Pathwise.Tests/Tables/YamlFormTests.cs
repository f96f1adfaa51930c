using Pathwise.Auditing.Reported;
using Pathwise.Surveys;
using Pathwise.Tests.Surveys;
using Xunit;

namespace Pathwise.Tests.Tables;

public sealed class YamlFormTests
{
    private const string Head = "title: T\nabout: A\n";

    [Theory]
    [InlineData("title: ~\nabout: A\n", ", line 1: 'title' has no value.")]
    [InlineData(Head + "scales:\n", ", line 3: 'scales' has no value.")]
    [InlineData(Head + "scales: [~]\n", ", line 3: an entry of a list is empty.")]
    [InlineData(Head + "columns:\n  -\n", "an entry of a list is empty.")]
    [InlineData(Head + "about: B\n", ", line 3: 'about' is given twice.")]
    [InlineData(Head + "scales: word\n", ", line 3: a text or a number stands where a list or fields are expected.")]
    [InlineData(Head + "columns:\n  - [a, b]\n", ", line 4: expected fields ('name: value').")]
    [InlineData(Head + "columns:\n  - { name: c, kind: 7, text: t }\n", "column 'c' is of kind 7; expected identifier, time, choice, number or text.")]
    [InlineData(Head + "columns: &all [*all]\n", ", line 3: ")]
    [InlineData("title: &t T\nabout: A\n*t : x\n", ", line 3: an alias (*) stands where a name is expected.")]
    [InlineData("title: [T]\nabout: A\n", ", line 1: expected a text.")]
    [InlineData("title: T\n---\ntitle: U\n", ", line 2: a second document begins here; expected one.")]
    [InlineData(Head + "scales:\n  - { name: s, title: S, lowest: 1, highest: 99999999999 }\n", "expected a whole number")]
    [InlineData(Head + "scales:\n  - { name: s, title: S, lowest: -2000000000, highest: 2000000000, items: [{ name: i, text: t }] }\n", "expected a range of at most 10000 steps.")]
    public void Codebook_ThatSaysNothingOrSomethingElse_IsRefusedWithItsLine(string yaml, string expected)
    {
        using var file = new TemporaryFile(yaml, Codebook.Ending);
        var message = Assert.Throws<InputException>(() => Codebook.Read(file.Path)).Message;
        Assert.StartsWith(file.Path, message, StringComparison.Ordinal);
        Assert.Contains(expected, message, StringComparison.Ordinal);
    }

    [Fact]
    public void Yaml_NestedDeeply_IsRefusedBeforeTheStackEnds()
    {
        using var file = new TemporaryFile("title: " + new string('[', 100_000), Codebook.Ending);
        Assert.EndsWith("nested more than 20 levels deep.", Assert.Throws<InputException>(() => Codebook.Read(file.Path)).Message, StringComparison.Ordinal);
        using var statistics = new TemporaryFile("- id: " + new string('[', 100_000), ".yaml");
        Assert.EndsWith("nested more than 20 levels deep.", Assert.Throws<InputException>(() => PublishedStatistics.Read(statistics.Path)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("- : word\n")]
    [InlineData("- {E:{E: a\nf$ a\nf$")]
    [InlineData("- {a: {b: {c: d}}}\n")]
    [InlineData("- ? [a]\n  : b\n")]
    public void Statistics_ThatAreNoYaml_AreRefused(string yaml)
    {
        using var file = new TemporaryFile(yaml, ".yaml");
        Assert.StartsWith(file.Path, Assert.Throws<InputException>(() => PublishedStatistics.Read(file.Path)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("+")]
    [InlineData("b +")]
    [InlineData("+ b")]
    [InlineData("b + + b")]
    public void Links_WithNothingBesideAPlus_AreRefused(string sum)
    {
        using var file = new TemporaryFile(
            $"- {{ id: a, what: w, kind: count, printed: 10, place: p, links: {{ sum: '{sum}' }} }}\n- {{ id: b, what: w, kind: count, printed: 4, place: p }}\n", ".yaml");
        Assert.EndsWith("expected an id on either side of each '+'.", Assert.Throws<InputException>(() => PublishedStatistics.Read(file.Path)).Message, StringComparison.Ordinal);
    }
}
