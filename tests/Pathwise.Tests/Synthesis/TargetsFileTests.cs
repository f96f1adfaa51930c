using Pathwise.Synthesis;
using Xunit;

namespace Pathwise.Tests.Synthesis;

public sealed class TargetsFileTests
{
    private const string Head = """{ "model": ["f =~ a + b + c"], "respondents": 20, "scale": { "lowest": 1, "highest": 5 }, """;

    [Fact]
    public void Parse_AFile_KeepsThePrintedTexts()
    {
        var targets = TargetsFile.Parse(Head + """
            "likelihood": "wishart", "reversed": ["b"], "ranges": { "mean": [2, 4], "loadings": { "f": [0.5, 0.6] } },
            "statistics": [{ "id": "p", "kind": "pvalue", "printed": ".010" }, { "id": "a", "kind": "ave", "of": "f", "printed": ">= .50", "choice": true }] }
            """, "t.json");
        Assert.True(targets.IsWishart);
        Assert.Equal(19, targets.Multiplier);
        Assert.Equal([".010", ">= .50"], targets.Targets.Select(target => target.Printed.Text));
        Assert.Equal([false, true], targets.Targets.Select(target => target.IsChoice));
        Assert.Equal((2, 4), targets.Ranges.Mean);
        Assert.Equal((0.5, 0.6), targets.Ranges.Loadings["f"]);
        Assert.Null(targets.Bootstrap);
    }

    [Theory]
    [InlineData("null", "t.json holds no targets.")]
    [InlineData("""{ "model": 3 }""", "t.json, line 1")]
    [InlineData(Head + """ "statistics": [{ "id": "x", "kind": "gfi", "printed": ".9" }] }""", "'gfi' is not known. Known: chisq,")]
    [InlineData(Head + """ "statistics": [{ "id": "x", "kind": "cfi", "printed": "high" }] }""", "'high' is not a number")]
    [InlineData(Head + """ "likelihood": "bayes", "statistics": [] }""", "likelihood 'bayes'")]
    [InlineData(Head + """ "ranges": { "mean": [4, 2] }, "statistics": [] }""", "the lower one first")]
    [InlineData(Head + """ "seeds": 3, "statistics": [] }""", "seeds")]
    public void Parse_WhatItDoesNotUnderstand_IsRefusedWithItsPlace(string json, string expected)
    {
        var refusal = Assert.Throws<InputException>(() => TargetsFile.Parse(json, "t.json"));
        Assert.Contains(expected, refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Parse_EveryKind_HasOneText() =>
        Assert.All(Enum.GetValues<TargetKind>(), kind => Assert.Equal(kind, TargetKindText.Parse(kind.Text())));
}
