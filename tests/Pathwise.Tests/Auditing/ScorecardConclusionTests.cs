using Pathwise.Auditing;
using Pathwise.Auditing.Reported;
using Xunit;

namespace Pathwise.Tests.Auditing;

public sealed class ScorecardConclusionTests
{
    [Theory]
    [InlineData(new[] { Verdict.Reproduced, Verdict.Differs }, "Of 2 published values 2 were compared with something that was not made to give them: 1 is reproduced, 0 are compatible, 1 differs.")]
    [InlineData(new[] { Verdict.MetByConstruction, Verdict.Compatible }, "Of 2 published values 1 was compared with something that was not made to give them: 0 are reproduced, 1 is compatible, 0 differ. 1 agrees because the data were made to give it, which shows that the computation is right and nothing about the study.")]
    [InlineData(new[] { Verdict.MetByConstruction, Verdict.MetByConstruction, Verdict.TakenFromPaper }, "Of 3 published values 0 were compared with something that was not made to give them: 0 are reproduced, 0 are compatible, 0 differ. 2 agree because the data were made to give them, and 1 because the analysis took it from the paper; that shows that the computation is right and nothing about the study.")]
    [InlineData(new[] { Verdict.TakenFromPaper, Verdict.NotRecomputable }, "Of 2 published values 0 were compared with something that was not made to give them: 0 are reproduced, 0 are compatible, 0 differ. 1 agrees because the analysis took it from the paper, which shows that the paper was followed and nothing about the study. 1 cannot be recomputed.")]
    public void Conclusion_OfVerdicts_PutsFirstWhatWasComparedWithSomethingIndependent(Verdict[] verdicts, string expected)
    {
        var published = PublishedStatistics.Of([.. verdicts.Select((_, i) => Given.As(StatisticKind.Count, "1", $"v{i}"))]);
        var card = Scorecard.Of(published, verdicts.Select((verdict, i) => new CollectedCheck($"v{i}", "1", verdict, null, "n", "c")));
        Assert.Equal(expected, card.Conclusion);
    }
}
