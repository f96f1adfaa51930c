using Pathwise.Synthesis;
using Xunit;

namespace Pathwise.Tests.Synthesis;

public sealed class AnswerComparisonTests
{
    [Fact]
    public void Alternatives_EveryFile_MeetsEveryExactTargetAndIsAnother()
    {
        var plan = StudyAnswers.Plan();
        string[] paths = [Repository.Path("data", "recipes", "executives.answers.csv"), .. Directory.GetFiles(Repository.Path("data", "alternatives"), "*.csv")];
        Assert.Equal(paths.Length, paths.Select(File.ReadAllText).Distinct().Count());
        foreach (var path in paths)
        {
            var reading = new Reading(plan);
            Assert.True(reading.Fit(StudyAnswers.Sheet(plan, path), null));
            Assert.All(plan.Checked, statistic => Assert.True(statistic.IsMetBy(statistic.Value(reading)), $"{path}: {statistic.Target.Id} {statistic.Value(reading):R}"));
        }
    }

    [Fact]
    public void Compare_OfTheAlternatives_HoldsThePrintedAndLetsTheRestMove()
    {
        var targets = SynthesisTargets.Read(Repository.Path("data", "published", "targets.json"));
        var files = AnswerComparison.ReadAnswers(Repository.Path("data", "alternatives"));
        var printed = targets.CompareTargets(files).Where(row => row.Printed is not null);
        Assert.All(printed, row => Assert.True(row.Spread < 0.0101, row.Quantity));
        Assert.Contains(targets.CompareItems(files), row => row.Spread > 0.1);
    }

    [Fact]
    public void ReadAnswers_AFolderThatIsNotThere_IsNamed() =>
        Assert.Contains("no-such-folder", Assert.Throws<InputException>(() => AnswerComparison.ReadAnswers("no-such-folder")).Message, StringComparison.Ordinal);
}
