using Pathwise.Synthesis;
using Xunit;

namespace Pathwise.Tests.Synthesis;

public sealed class BaselineWindowTests
{
    [Fact]
    public void Of_TheStudysIndices_HoldsTheBaselineOfTheStoredAnswers()
    {
        var plan = StudyAnswers.Plan();
        var reading = new Reading(plan);
        Assert.True(reading.Fit(StudyAnswers.Sheet(plan), null));
        var (lower, upper) = BaselineWindow.Of(plan)!.Value;
        Assert.InRange(reading.Baseline, lower, upper);
        // CFI .942 alone: 153 + (169.04 - 129) / (1 - .942) with the half units of both.
        Assert.InRange(153 + (40.04 / 0.058), lower, upper);
        Assert.InRange(upper - lower, 1, 30);
    }

    [Fact]
    public void Of_TargetsWithoutAChiSquare_IsNone() => Assert.Null(BaselineWindow.Of(new SynthesisPlan(TargetsFile.Parse("""
        { "model": ["f =~ a1 + a2 + a3 + a4"], "respondents": 20, "scale": { "lowest": 1, "highest": 7 }, "statistics": [{ "id": "c", "kind": "cfi", "printed": ".950" }] }
        """, "t.json"))));
}
