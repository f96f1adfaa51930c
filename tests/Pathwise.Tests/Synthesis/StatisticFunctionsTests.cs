using Pathwise.Synthesis;
using Xunit;

namespace Pathwise.Tests.Synthesis;

public sealed class StatisticFunctionsTests
{
    [Theory]
    [InlineData("""{ "id": "m", "kind": "mean", "of": "z9", "printed": "4.50" }""", "'z9' is not an item of the model. It has: a1, a2, a3, a4.")]
    [InlineData("""{ "id": "v", "kind": "ave", "of": "z", "printed": ">= .50" }""", "'z' is not a factor of the model.")]
    public void Of_WhatTheModelDoesNotHave_IsRefused(string statistic, string expected)
    {
        var targets = TargetsFile.Parse($$"""
            { "model": ["f =~ a1 + a2 + a3 + a4"], "respondents": 20, "scale": { "lowest": 1, "highest": 7 }, "statistics": [{{statistic}}] }
            """, "t.json");
        Assert.Contains(expected, Assert.Throws<InputException>(() => new SynthesisPlan(targets)).Message, StringComparison.Ordinal);
    }
}
