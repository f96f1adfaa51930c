using Pathwise.Tests.Auditing;
using Xunit;

namespace Pathwise.Tests.Cli.Commands;

public sealed class AuditCommandTests
{
    private const string Header = "id,what,kind,printed,place,df,links\n";

    [Fact]
    public async Task Audit_ConsistentStatistics_ReturnsZero()
    {
        using var folder = new StatisticsFolder();
        var file = folder.Write("a.csv", Header + "x,test,z,1.96,Table 1,,p: y\ny,its p,p,.050,Table 1,,\n");
        var run = await CommandRun.OfAsync("audit", file);
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.StartsWith("Audit of published statistics: 0 inconsistent, 0 questionable, 1 consistent, 0 untestable.", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Audit_TheStudy_ReturnsFiveAndTheContract()
    {
        var run = await CommandRun.OfAsync("audit", Repository.Path("data", "published"), "--format", "json");
        Assert.Equal(5, run.ExitCode);
        Assert.Equal(11, run.Json.GetProperty("summary").GetProperty("inconsistent").GetInt32());
    }

    [Fact]
    public async Task Audit_ATemplate_IsWrittenOnceAndCanBeAudited()
    {
        using var folder = new StatisticsFolder();
        var file = Path.Combine(folder.Path, "paper.yaml");
        Assert.Equal((0, ""), await Outcome("--template", file));
        Assert.Equal((0, ""), await Outcome(file));
        Assert.Contains("paper.yaml exists", (await Outcome("--template", file)).Error, StringComparison.Ordinal);
        Assert.Contains("expected the extension .yaml", (await Outcome("--template", "paper.txt")).Error, StringComparison.Ordinal);
        Assert.Contains("expected one of the two", (await Outcome(file, "--template", "other.yaml")).Error, StringComparison.Ordinal);
        Assert.Contains("Nothing to audit", (await Outcome()).Error, StringComparison.Ordinal);

        static async Task<(int ExitCode, string Error)> Outcome(params string[] arguments)
        {
            var run = await CommandRun.OfAsync(["audit", .. arguments]);
            return (run.ExitCode, run.Error);
        }
    }

    [Fact]
    public async Task Audit_AsHtml_IsAPageThatFetchesNothing()
    {
        using var folder = new StatisticsFolder();
        var file = folder.Write("a.csv", Header + "x,<b>test</b>,z,1.96,Table 1,,p: y\ny,its p,p,< .01,Table 1,,\n");
        var run = await CommandRun.OfAsync("audit", file, "--format", "html");
        Assert.Equal(5, run.ExitCode);
        Assert.StartsWith("<!DOCTYPE html>", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("http:", run.Output, StringComparison.Ordinal);
        Assert.Contains("&lt; .01", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("x,test,zz,1.96,Table 1,,\n", "a.csv, line 2: the kind 'zz' is not known")]
    [InlineData("x,test,z,high,Table 1,,\n", "a.csv, line 2: the printed text 'high' is not a number")]
    [InlineData("x,test,z,1.96,Table 1,,p: y\n", "a.csv, line 2: 'x' links to 'y' (p), but no statistic has this id")]
    public async Task Audit_BadInput_IsOneLineAndTwo(string row, string message)
    {
        using var folder = new StatisticsFolder();
        var run = await CommandRun.OfAsync("audit", folder.Write("a.csv", Header + row));
        Assert.Equal((2, ""), (run.ExitCode, run.Output));
        Assert.Contains(message, run.Error, StringComparison.Ordinal);
        Assert.Single(run.Error.TrimEnd().Split('\n'));
    }

    [Fact]
    public async Task Audit_AnUnknownFormat_IsRefused() =>
        Assert.Equal(2, (await CommandRun.OfAsync("audit", Repository.Path("data", "published"), "--format", "pdf")).ExitCode);
}
