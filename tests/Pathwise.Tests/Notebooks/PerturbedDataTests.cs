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
    private static readonly string[] Names = ["01-cleaning", "02-validity", "03-cfa", "04-mediation", "05-common-method", "07-scorecard"];

    private readonly string _folder = Directory.CreateTempSubdirectory("pathwise-perturbed-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Notebooks_OfFewerAnswers_CountThem()
    {
        var said = await SayAsync(PerturbedAnswers.Fewer);
        Assert.Contains("82 questionnaires are usable", said["01-cleaning answer-said"], StringComparison.Ordinal);
        Assert.All(new[] { "02-validity", "03-cfa", "04-mediation", "05-common-method" }, name => Assert.Contains("82 respondents", said[$"{name} data"], StringComparison.Ordinal));
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
        var said = await SayAsync(PerturbedAnswers.WithoutAlignment, "08-inference");
        Assert.Contains("effect through alignment cannot be told from zero", said["04-mediation answer-said"], StringComparison.Ordinal);
        Assert.Contains("not supported: H1", said["04-mediation answer-said"], StringComparison.Ordinal);
        RequireAgreement(said);
        var excluding = Interval().Matches(said["08-inference kinds"]).Count(match => match.Groups["lower"].Value.StartsWith('−') == match.Groups["upper"].Value.StartsWith('−'));
        var verdict = excluding switch { 0 => "no kind of interval supports the claim", 8 => "the claim does not hang", _ => "the claim hangs" };
        Assert.Contains(verdict, said["08-inference answer-said"], StringComparison.Ordinal);
    }

    // The sentences against the tables beside them.
    private static void RequireAgreement(Dictionary<string, string> said)
    {
        Assert.All(said, each => Assert.DoesNotMatch("(?i)synthetic|made-up|nobody gave", each.Value));
        RequireNumber(said, "03-cfa", "indices", @"CFI\s+(?<n>\.\d+)", "CFI {0} above");
        RequireNumber(said, "03-cfa", "indices", @"RMSEA\s+(?<n>\.\d+)", "RMSEA {0} and");
        var htmt = Number().Matches(said["02-validity htmt"]).Select(match => match.Value).Max(StringComparer.Ordinal);
        Assert.Contains($"is {htmt}, ", Plain(said["02-validity answer-said"]), StringComparison.Ordinal);
        var isFree = said["05-common-method direct-said"].Contains("so the argument holds", StringComparison.Ordinal);
        Assert.Contains($"no direct effects ({(isFree ? "yes" : "no")})", Plain(said["05-common-method answer-said"]), StringComparison.Ordinal);
        RequireMediation(said);
    }

    private static void RequireNumber(Dictionary<string, string> said, string notebook, string table, string pattern, string sentence) =>
        Assert.Contains(string.Format(System.Globalization.CultureInfo.InvariantCulture, sentence, Regex.Match(said[$"{notebook} {table}"], pattern).Groups["n"].Value), Plain(said[$"{notebook} answer-said"]), StringComparison.Ordinal);

    private static void RequireMediation(Dictionary<string, string> said)
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

    private async Task<Dictionary<string, string>> SayAsync(Func<string[][], string[][]> change, params string[] more)
    {
        var other = Path.Combine(_folder, "other");
        PerturbedAnswers.Write(other, change);
        var data = DataOverlay.Write(other, Repository.Path("data"), Path.Combine(_folder, "data"), []);
        var runner = new NotebookRunner(NotebookRunnerTests.Worker) { Parameters = new Dictionary<string, string> { ["dataFolder"] = NotebookRunner.Quoted(data) } };
        var said = new Dictionary<string, string>();
        await foreach (var run in runner.RunAsync([.. Names.Concat(more).Select(name => Repository.Path("notebooks", name + ".ipynb"))], TestContext.Current.CancellationToken))
        {
            Assert.Null(run.Failure);
            foreach (var cell in run.Notebook.Cells)
                said[$"{run.Name} {cell.Id}"] = string.Concat(cell.Outputs.OfType<DataOutput>().Select(output => output.Data.Text("text/plain") ?? output.Data.Text("text/html")));
        }

        return said;
    }

    [GeneratedRegex(@"1\s+((?<below><) )?(?<p>\.\d+)\s*\n")]
    private static partial Regex P();

    [GeneratedRegex(@"\[(?<lower>−?[\d.]+), (?<upper>−?[\d.]+)\]")]
    private static partial Regex Interval();

    // Correlations of different scales; that of a scale with itself is 1.
    [GeneratedRegex(@"(?<![\d.])\.\d\d")]
    private static partial Regex Number();
}
