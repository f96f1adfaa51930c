using Pathwise.Auditing;
using Pathwise.Notebooks.Replication;
using Pathwise.Notebooks.Scaffold;
using Pathwise.Tests.Notebooks.Running;
using Xunit;

namespace Pathwise.Tests.Notebooks.Scaffold;

[Trait("pace", "slow")]
public sealed class ScaffoldedStudiesTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("pathwise-scaffold-").FullName;

    private string Target => Path.Combine(_folder, "study");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("political-democracy")]
    [InlineData("holzinger-swineford")]
    public async Task Replicate_APublicStudy_ReproducesEveryNumberOfLavaan(string study)
    {
        StudyFiles.Write(Scaffolds.Published(study), Target);
        var result = await RunAsync();
        Assert.Empty(result.Failures);
        Assert.Empty(result.Scorecard.Values.Where(value => value.Verdict != Verdict.Reproduced).Select(value => $"{value.Statistic.Id}: lavaan {value.Statistic.Printed}, here {value.Recomputed} {value.Why}"));
        Assert.True(result.Scorecard.Values.Count > 50);
    }

    [Fact]
    public async Task Replicate_EightCases_SaysWhatTheyCannotGive()
    {
        var few = Path.Combine(_folder, "few.csv");
        File.WriteAllLines(few, File.ReadLines(Repository.Path("data", "examples", "political-democracy.csv")).Take(9));
        StudyFiles.Write(NewStudy.Read(Scaffolds.DemocracyFiles(null) with { Data = few }), Target);
        var result = await RunAsync();
        Assert.Empty(result.Failures);
        Assert.Contains("These data do not give this: The model did not converge", File.ReadAllText(Path.Combine(Target, "artifacts", "replication", "04-mediation.html")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Replicate_APathModelOfObservedVariables_Runs()
    {
        var model = Path.Combine(_folder, "paths.lav");
        File.WriteAllText(model, "y5 ~ y1 + x1\ny1 ~ x1\n");
        StudyFiles.Write(NewStudy.Read(Scaffolds.DemocracyFiles(null) with { Model = model }), Target);
        Assert.Empty((await RunAsync()).Failures);
    }

    // Fewer resamples than a study has: none of the numbers here depends on them.
    private Task<ReplicationResult> RunAsync()
    {
        var plan = Path.Combine(Target, "study.yaml");
        File.WriteAllText(plan, File.ReadAllText(plan).Replace("resamples: 2000", "resamples: 100", StringComparison.Ordinal));
        return new ReplicationRun(new Study(Target), NotebookRunnerTests.Worker).RunAsync(TestContext.Current.CancellationToken);
    }
}
