using Pathwise.Synthesis;
using Xunit;

namespace Pathwise.Tests.Synthesis;

/// <summary>The stored answers reproduce what was printed; how they came about is checked with a smaller model.</summary>
public sealed class StudyAnswersTests
{
    [Fact]
    public void StoredAnswers_EveryExactTarget_IsMet()
    {
        var plan = StudyAnswers.Plan();
        var reading = new Reading(plan);
        Assert.True(reading.Fit(StudyAnswers.Sheet(plan), null));
        Assert.All(plan.Checked, statistic => Assert.True(statistic.IsMetBy(statistic.Value(reading)), $"{statistic.Target.Id}: {statistic.Value(reading):R}"));
    }

    [Fact]
    public void StoredAnswers_AreNinetyTwoDistinctRowsOfTheScale()
    {
        var sheet = StudyAnswers.Sheet(StudyAnswers.Plan());
        Assert.Equal((92, 18), (sheet.Respondents, sheet.Items));
        Assert.True(sheet.HasDistinctRows());
        Assert.All(sheet.Answers.ToArray(), answer => Assert.InRange(answer, 1, 7));
    }

    [Fact]
    public void StoredAnswers_PrintedBounds_AreTypicalOfRepeatedBootstraps()
    {
        // A tenth of the repetitions, with streams of their own: the ranges move by a few hundredths.
        var json = File.ReadAllText(Repository.Path("data", "published", "targets.json")).Replace("\"repeats\": 1000", "\"repeats\": 100", StringComparison.Ordinal);
        var plan = new SynthesisPlan(TargetsFile.Parse(json, "targets.json"));
        var workers = new Workers(plan, 2, TestContext.Current.CancellationToken);
        var outcomes = new RepeatedBootstraps(plan, workers).Check(StudyAnswers.Sheet(plan), seed: 20);
        Assert.Equal(15, outcomes.Count);
        Assert.True(outcomes.Count(outcome => outcome.IsMet) >= 14, string.Join("; ", outcomes.Where(outcome => !outcome.IsMet).Select(outcome => outcome.Target.Id)));
    }

    [Fact(Explicit = true)]
    public void Synthesize_TheStudyFromItsSeed_GivesTheStoredAnswers()
    {
        // Minutes of computation: run with -explicit only.
        using var writer = new StringWriter();
        SynthesisTargets.Read(Repository.Path("data", "published", "targets.json"))
            .Synthesize(seed: 1, threads: 2, stop: TestContext.Current.CancellationToken).Write(writer);
        Assert.Equal(File.ReadAllText(Repository.Path("data", "recipes", "executives.answers.csv")), writer.ToString());
    }
}
