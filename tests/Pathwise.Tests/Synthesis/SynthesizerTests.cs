using Pathwise.Synthesis;
using Xunit;

namespace Pathwise.Tests.Synthesis;

public sealed class SynthesizerTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public void Synthesize_ASecondModel_MeetsEveryTargetWhateverTheThreads()
    {
        var one = SecondModel.Targets.Synthesize(seed: 5, threads: 1, stop: Stop);
        Assert.Equal(SynthesisEnd.AllMet, one.End);
        Assert.Empty(one.Missed);
        Assert.Equal(16, one.Outcomes.Count);
        Assert.Equal(150, one.Answers.Count);
        Assert.All(one.Answers, row => Assert.All(row, answer => Assert.InRange(answer, 1, 5)));

        var three = SecondModel.Targets.Synthesize(seed: 5, threads: 3, stop: Stop);
        Assert.Equal(one.Answers, three.Answers);
    }

    [Fact]
    public void Synthesize_AnotherSeed_GivesOtherAnswers()
    {
        var one = SecondModel.Targets.Synthesize(seed: 6, stop: Stop);
        var other = SecondModel.Targets.Synthesize(seed: 7, stop: Stop);
        Assert.Empty(one.Missed);
        Assert.Empty(other.Missed);
        Assert.NotEqual(one.Answers, other.Answers);
    }

    [Fact]
    public void Synthesize_AReversedItem_IsWrittenAsAnswered()
    {
        var result = SecondModel.Targets.Synthesize(seed: 5, stop: Stop);
        var b2 = result.Items.ToList().IndexOf("b2");
        Assert.Equal(2.59, result.Answers.Average(row => row[b2]), 0.005);
        Assert.True(Correlation(result, b2, result.Items.ToList().IndexOf("b1")) < -0.2);
    }

    [Fact]
    public void Synthesize_TargetsOutOfReach_EndsWithTheBestAndWhatIsMissed()
    {
        var targets = TargetsFile.Parse(SecondModel.Json.Replace("< .06", "< .001"), "hopeless.json");
        var result = targets.Synthesize(seed: 5, stop: Stop);
        Assert.Equal(SynthesisEnd.Missed, result.End);
        Assert.Contains(result.Missed, outcome => outcome.Target.Id == "srmr");
        Assert.Equal(150, result.Answers.Count);
    }

    [Fact]
    public void Synthesize_Interrupted_KeepsTheBestSoFar()
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        var seen = 0;
        var result = SecondModel.Targets.Synthesize(5, progress: _ =>
        {
            if (++seen == 3)
                stop.Cancel();
        }, stop: stop.Token);
        Assert.Equal(SynthesisEnd.Interrupted, result.End);
        Assert.Equal(150, result.Answers.Count);
    }

    private static double Correlation(SynthesisResult result, int one, int other)
    {
        double n = result.Answers.Count;
        double x = result.Answers.Average(row => row[one]), y = result.Answers.Average(row => row[other]);
        var covariance = result.Answers.Sum(row => (row[one] - x) * (row[other] - y)) / n;
        return covariance / Math.Sqrt(result.Answers.Sum(row => (row[one] - x) * (row[one] - x)) / n * result.Answers.Sum(row => (row[other] - y) * (row[other] - y)) / n);
    }
}
