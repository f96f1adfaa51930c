using Pathwise.Reporting;
using Pathwise.Reporting.Exhibits;
using Pathwise.Reporting.Tables;
using Pathwise.Studies;
using Xunit;

namespace Pathwise.Tests.Studies;

public sealed class AttemptTests
{
    [Fact]
    public void Of_AValue_IsHandedOn()
    {
        var attempt = Attempt.Of(() => "value").Then(text => text + "s");
        Assert.Equal(("values", true), (attempt.Value, attempt.HasValue));
        Assert.Equal("values!", attempt.Show(text => text + "!"));
    }

    [Fact]
    public void Of_WhatTheDataCannotGive_KeepsTheReasonToTheEnd()
    {
        var attempt = Attempt.Of<string>(() => throw new InputException("Too few cases.")).Then(text => text + "s");
        Assert.Equal((null, "Too few cases."), (attempt.Value, attempt.Reason));
        Assert.Equal("Warning: These data do not give this: Too few cases.\n", Assert.IsType<Paragraph>(attempt.Show()).ToText());
    }

    [Fact]
    public void Of_ANumericalFailure_IsAReasonToo() =>
        Assert.Equal("Singular.", Attempt.Of<string>(() => throw new NumericalException("Singular.")).Reason);

    [Fact]
    public void Require_AConditionThatIsNotMet_IsTheReason()
    {
        Assert.Equal(("ab", null), (Attempt.Of(() => "ab").Require(text => text.Length == 2, "Too long.").Value, Attempt.Of(() => "abc").Require(text => text.Length == 2, "Too long.").Value));
        Assert.Equal("Too long.", Attempt.Of(() => "abc").Require(text => text.Length == 2, "Too long.").Require(_ => false, "Never asked.").Reason);
    }

    [Fact]
    public void Of_Null_SaysThatItIsNotDefined() => Assert.StartsWith("It is not defined", Attempt.Of<string>(() => null).Reason, StringComparison.Ordinal);

    [Fact]
    public void Of_ADefect_IsThrown() => Assert.Throws<InvalidOperationException>(() => Attempt.Of<string>(() => throw new InvalidOperationException("Ours.")));

    [Fact]
    public void ShowRows_AList_IsATableOrTheWordsForNone()
    {
        Hypothesis[] rows = [new("H1", "x -> y", ExpectedSign.Any)];
        Assert.Contains("x -> y", Assert.IsType<Table>(Attempt.Of(() => rows).ShowRows(all => all, none: "None.")).ToText(), StringComparison.Ordinal);
        Assert.Equal("None.\n", Assert.IsType<Paragraph>(Attempt.Of(() => rows).ShowRows(_ => Array.Empty<Hypothesis>(), none: "None.")).ToText());
    }
}
