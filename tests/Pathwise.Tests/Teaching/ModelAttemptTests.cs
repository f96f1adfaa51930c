using Pathwise.Reporting.Designs;
using Pathwise.Teaching;
using Xunit;

namespace Pathwise.Tests.Teaching;

public sealed class ModelAttemptTests
{
    [Fact]
    public void Of_BadSyntax_PointsAtTheLine()
    {
        var attempt = ModelAttempt.Of("y1 ~ x1\ny5 = y1", Countries.Data);
        Assert.Null(attempt.Fit);
        Assert.Equal(2, attempt.Line);
        Assert.Contains("\n→ y5 = y1\n", Registry.Of(attempt).ToText(), StringComparison.Ordinal);
    }

    [Fact]
    public void Of_AnUnknownVariable_TellsTheNearestAndNoLine()
    {
        var attempt = ModelAttempt.Of("y55 ~ y1", Countries.Data);
        Assert.Null(attempt.Line);
        Assert.Contains("the nearest name is y5", attempt.Refusal, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_AModelThatIsNotIdentified_IsFittedAndSaysWhatCannotBeToldApart()
    {
        var attempt = ModelAttempt.Of("f =~ y1 + y2", Countries.Data);
        Assert.Null(attempt.Refusal);
        Assert.Contains("f =~ y2", Assert.Single(attempt.Fit!.Warnings, warning => warning.Code == "not-identified").Message, StringComparison.Ordinal);
        Assert.StartsWith("The engine fits this model, and warns", Registry.Of(attempt).ToText(), StringComparison.Ordinal);
    }

    [Fact]
    public void Of_ASoundModel_HasNothingToWarnOf() =>
        Assert.StartsWith("The engine fits this model without a warning", Registry.Of(ModelAttempt.Of(Countries.Syntax, Countries.Data)).ToText(), StringComparison.Ordinal);
}
