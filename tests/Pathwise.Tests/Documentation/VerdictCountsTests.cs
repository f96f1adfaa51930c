using Pathwise.Auditing;
using Pathwise.Auditing.Reported;
using Pathwise.Notebooks.Running;
using Xunit;

namespace Pathwise.Tests.Documentation;

/// <summary>The counts of verdicts that pages state, against the checks that the committed notebooks show.</summary>
public sealed class VerdictCountsTests
{
    private static readonly Scorecard Card = Scorecard.Of(
        PublishedStatistics.Read(Repository.Path("data", "published")),
        Prose.Notebooks.SelectMany(pair => CheckCollection.Of(new NotebookRun(pair.Key, pair.Value, null, TimeSpan.Zero))));

    [Theory]
    [InlineData("README.md")]
    [InlineData("docs/verdicts.md")]
    public void Page_StatesTheCountsOfTheScorecard(string page) => Assert.Contains(
        string.Join(", ", Card.Summary.Select(each => $"{each.Count} {each.Verdict.Text()}")), Prose.Running(page), StringComparison.Ordinal);

    [Fact]
    public void Page_ListsWhatIsReproduced() => Assert.All(
        Card.Values.Where(value => value.Verdict == Verdict.Reproduced),
        value => Assert.Contains(value.Statistic.Id, Prose.Text("docs/verdicts.md"), StringComparison.Ordinal));
}
