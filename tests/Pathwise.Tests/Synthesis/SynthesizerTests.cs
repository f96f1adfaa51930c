using Pathwise.Synthesis;
using Xunit;

namespace Pathwise.Tests.Synthesis;

[Trait("pace", "slow")]
public sealed class SynthesizerTests
{
    private static readonly Lazy<SynthesisResult> Fifth = new(() => SecondModel.Targets.Synthesize(seed: 5, threads: 1));

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public void Synthesize_ASecondModel_MeetsEveryTarget()
    {
        var result = Fifth.Value;
        Assert.Equal(SynthesisEnd.AllMet, result.End);
        Assert.Empty(result.Missed);
        Assert.Equal(16, result.Outcomes.Count);
        Assert.Equal(150, result.Answers.Count);
        Assert.All(result.Answers, row => Assert.All(row, answer => Assert.InRange(answer, 1, 5)));
    }

    [Fact]
    public void Synthesize_TheSameSeed_GivesTheStoredFileOnAnyNumberOfThreads()
    {
        var stored = File.ReadAllText(Repository.Fixture("synthesis", "second-seed-5.csv"));
        Assert.Equal(stored, Text(Fifth.Value));
        Assert.Equal(stored, Text(SecondModel.Targets.Synthesize(seed: 5, threads: 3, stop: Stop)));
    }

    [Fact]
    public void Synthesize_AnotherSeed_GivesOtherAnswers()
    {
        var other = SecondModel.Targets.Synthesize(seed: 6, stop: Stop);
        Assert.Empty(other.Missed);
        Assert.NotEqual(Fifth.Value.Answers, other.Answers);
    }

    [Fact]
    public void Synthesize_AReversedItem_IsWrittenAsAnswered()
    {
        var result = Fifth.Value;
        var b2 = result.Items.ToList().IndexOf("b2");
        Assert.Equal(2.59, result.Answers.Average(row => row[b2]), 0.005);
        Assert.True(Correlation(result, b2, result.Items.ToList().IndexOf("b1")) < -0.2);
    }

    [Fact]
    public void Synthesize_TargetsOutOfReach_EndsWithTheBestAndWhatIsMissed()
    {
        var targets = TargetsFile.Parse(SecondModel.Json.Replace("< .06", "< .001", StringComparison.Ordinal), "hopeless.json");
        var result = targets.Synthesize(seed: 5, stop: Stop);
        Assert.Equal(SynthesisEnd.Missed, result.End);
        Assert.Contains(result.Missed, outcome => outcome.Target.Id == "srmr");
        Assert.Equal(150, result.Answers.Count);
    }

    [Fact]
    public void Synthesize_Interrupted_KeepsTheBestSoFar()
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        var result = SecondModel.Targets.Synthesize(5, progress: _ => stop.Cancel(), stop: stop.Token);
        Assert.Equal(SynthesisEnd.Interrupted, result.End);
        Assert.Equal(150, result.Answers.Count);
    }

    private static string Text(SynthesisResult result)
    {
        using var writer = new StringWriter();
        result.Write(writer);
        return writer.ToString();
    }

    private static double Correlation(SynthesisResult result, int one, int other)
    {
        double x = result.Answers.Average(row => row[one]), y = result.Answers.Average(row => row[other]);
        var covariance = result.Answers.Sum(row => (row[one] - x) * (row[other] - y));
        return covariance / Math.Sqrt(result.Answers.Sum(row => (row[one] - x) * (row[one] - x)) * result.Answers.Sum(row => (row[other] - y) * (row[other] - y)));
    }
}
