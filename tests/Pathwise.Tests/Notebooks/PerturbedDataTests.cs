using System.Text.RegularExpressions;
using Pathwise.Notebooks.Documents;
using Pathwise.Notebooks.Replication;
using Pathwise.Notebooks.Running;
using Pathwise.Tests.Notebooks.Running;
using Xunit;

namespace Pathwise.Tests.Notebooks;

/// <summary>What notebooks say of other answers is what their tables show of them.</summary>
[Trait("pace", "slow")]
public sealed partial class PerturbedDataTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("pathwise-perturbed-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Notebooks_OfFewerAnswers_CountThem()
    {
        var said = await SayAsync(PerturbedAnswers.Fewer);
        Assert.Contains("82 questionnaires are usable", said["01-cleaning answer-said"], StringComparison.Ordinal);
        Assert.Contains("82 respondents", said["04-mediation data"], StringComparison.Ordinal);
        RequireAgreement(said);
    }

    [Fact]
    public async Task Notebooks_OfADirectPath_RejectFullMediation()
    {
        var said = await SayAsync(PerturbedAnswers.Direct);
        Assert.Contains("full mediation is rejected", said["04-mediation answer-said"], StringComparison.Ordinal);
        RequireAgreement(said);
    }

    [Fact]
    public async Task Notebooks_WithoutAlignment_DoNotClaimIt()
    {
        var said = await SayAsync(PerturbedAnswers.WithoutAlignment);
        Assert.Contains("effect through alignment cannot be told from zero", said["04-mediation answer-said"], StringComparison.Ordinal);
        Assert.Contains("not supported: H1", said["04-mediation answer-said"], StringComparison.Ordinal);
        RequireAgreement(said);
    }

    // The sentences against the tables beside them.
    private static void RequireAgreement(Dictionary<string, string> said)
    {
        var p = P().Match(said["04-mediation compare"]);
        var isRejected = p.Groups["below"].Success || double.Parse(p.Groups["p"].Value, System.Globalization.CultureInfo.InvariantCulture) < .05;
        Assert.Contains(isRejected ? "full mediation is rejected" : "full mediation is kept", said["04-mediation compare-said"], StringComparison.Ordinal);
        Assert.Contains(isRejected ? "full mediation is rejected" : "full mediation is kept", Plain(said["04-mediation answer-said"]), StringComparison.Ordinal);
        foreach (var hypothesis in new[] { "H1", "H2", "H3", "H4" })
        {
            var line = said["04-mediation hypotheses"].Split('\n').Single(each => each.StartsWith(hypothesis, StringComparison.Ordinal));
            var refused = said["04-mediation answer-said"].Split("not supported:")[1].Split('.')[0];
            Assert.Equal(line.Contains("not supported", StringComparison.Ordinal), refused.Contains(hypothesis, StringComparison.Ordinal));
        }
    }

    private static string Plain(string text) => text.Replace("\n", " ", StringComparison.Ordinal);

    private async Task<Dictionary<string, string>> SayAsync(Func<string[][], string[][]> change)
    {
        var other = Path.Combine(_folder, "other");
        PerturbedAnswers.Write(other, change);
        var data = DataOverlay.Write(other, Repository.Path("data"), Path.Combine(_folder, "data"), []);
        var runner = new NotebookRunner(NotebookRunnerTests.Worker) { Parameters = new Dictionary<string, string> { ["dataFolder"] = NotebookRunner.Quoted(data) } };
        var said = new Dictionary<string, string>();
        await foreach (var run in runner.RunAsync([Repository.Path("notebooks", "01-cleaning.ipynb"), Repository.Path("notebooks", "04-mediation.ipynb")], TestContext.Current.CancellationToken))
        {
            Assert.Null(run.Failure);
            foreach (var cell in run.Notebook.Cells)
                said[$"{run.Name} {cell.Id}"] = string.Concat(cell.Outputs.OfType<DataOutput>().Select(output => output.Data.Text("text/plain")));
        }

        return said;
    }

    [GeneratedRegex(@"1\s+((?<below><) )?(?<p>\.\d+)\s*\n")]
    private static partial Regex P();
}
