using Pathwise.Notebooks.Replication;
using Pathwise.Notebooks.Running;
using Pathwise.Tests.Notebooks.Running;
using Xunit;

namespace Pathwise.Tests.Notebooks;

/// <summary>What a committed notebook shows is what its code gives.</summary>
[Trait("pace", "slow")]
public sealed class CommittedNotebooksTests
{
    private static readonly IReadOnlyList<string> Notebooks = new Study(Repository.Root).Notebooks;

    [Fact]
    public async Task Notebooks_RunAgain_ShowWhatIsCommitted()
    {
        var differences = new List<string>();
        await foreach (var run in new NotebookRunner(NotebookRunnerTests.Worker).RunAsync(Notebooks, TestContext.Current.CancellationToken))
            differences.AddRange(NotebookCheck.OfRun(run).Select(each => $"{run.Name}: {each}"));
        Assert.True(differences.Count == 0, string.Join('\n', differences));
    }

    [Fact]
    public void Notebooks_AsFiles_AreCanonicalAndHoldNothingOfTheMachine()
    {
        var faults = Notebooks.SelectMany(path => NotebookCheck.OfFile(path).Select(each => $"{Path.GetFileName(path)}: {each}"));
        Assert.Empty(faults);
    }
}
