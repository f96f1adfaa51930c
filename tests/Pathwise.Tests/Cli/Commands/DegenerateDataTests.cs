using System.Globalization;
using Xunit;

namespace Pathwise.Tests.Cli.Commands;

/// <summary>Data that no model can be fitted to, through the commands: bad input or a numerical failure with its reason, never a defect.</summary>
public sealed class DegenerateDataTests : IDisposable
{
    private static readonly string[][] Ways =
    [
        [], ["--meanstructure"], ["--likelihood", "wishart"], ["--estimator", "MLM"], ["--estimator", "MLR"], ["--estimator", "GLS"],
        ["--estimator", "ULS"], ["--missing", "fiml"], ["--missing", "fiml", "--estimator", "MLR"], ["--information", "observed"],
    ];

    private readonly TwoFactorFiles files = new();

    public static TheoryData<string> EveryWay => [.. Ways.Select(way => string.Join(' ', way))];

    public void Dispose() => files.Dispose();

    [Theory]
    [MemberData(nameof(EveryWay))]
    public Task Fit_ConstantColumn_IsNamed(string way) => IsRefusedAsync(Rewritten((row, _) => row[1] = "3"), way, "the variable x2 has no variance");

    [Theory]
    [MemberData(nameof(EveryWay))]
    public Task Fit_ColumnWithoutValues_IsNamed(string way) =>
        IsRefusedAsync(Rewritten((row, _) => row[1] = "NA"), way, "the variable x2 has no values");

    [Theory]
    [MemberData(nameof(EveryWay))]
    public Task Fit_CellThatIsNoNumber_IsPlaced(string way) =>
        IsRefusedAsync(Rewritten((row, i) => row[1] = i == 4 ? "much" : row[1]), way, "line 6, column 'x2': 'much' is not a number");

    [Theory]
    [MemberData(nameof(EveryWay))]
    public Task Fit_GroupOfOneCase_IsNamed(string way) =>
        IsRefusedAsync(Rewritten((row, i) => row[6] = i == 0 ? "alone" : "others"), $"--group school {way}", "Group alone has 1 usable case");

    [Theory]
    [MemberData(nameof(EveryWay))]
    public Task Fit_NoCaseAtAll_IsSaid(string way) => IsRefusedAsync(Rewritten((_, _) => { }, 0), way, "rewritten.csv has a header but no ");

    [Theory]
    [MemberData(nameof(EveryWay))]
    public Task Fit_ColumnThatIsASum_IsAFailureThatNamesIt(string way) =>
        FailsAsync(Rewritten((row, _) => row[2] = Text(Number(row[0]) + Number(row[1]))), way, "x1, x2, x3");

    [Theory]
    [MemberData(nameof(EveryWay))]
    public Task Fit_ColumnThatIsASumWithValuesMissing_IsAFailureThatNamesIt(string way) => FailsAsync(
        Rewritten((row, i) => (row[2], row[4]) = (Text(Number(row[0]) + Number(row[1])), i % 7 == 0 ? "" : row[4])), way, "x1, x2, x3");

    [Theory]
    [MemberData(nameof(EveryWay))]
    public Task Fit_FewerCasesThanVariables_IsAFailure(string way) => FailsAsync(Rewritten((_, _) => { }, 5), way, "not positive definite");

    [Theory]
    [MemberData(nameof(EveryWay))]
    public Task Fit_TwoCases_IsAFailure(string way) => FailsAsync(Rewritten((_, _) => { }, 2), way, "not positive definite");

    [Fact]
    public async Task Compare_FewerCasesThanVariables_IsAFailure()
    {
        var run = await CommandRun.OfAsync(
            "compare", files.Write("m.lav", TwoFactorFiles.Model), files.Write("r.lav", TwoFactorFiles.Model + "f ~~ 0*g"), "--data", Rewritten((_, _) => { }, 5), "--format", "json");
        Assert.Equal((3, ""), (run.ExitCode, run.Error));
        Assert.False(run.Json.GetProperty("full").GetProperty("converged").GetBoolean());
    }

    [Fact]
    public async Task Reliability_ConstantColumn_IsNamed()
    {
        var run = await CommandRun.OfAsync("reliability", files.Write("m.lav", TwoFactorFiles.Model), "--data", Rewritten((row, _) => row[1] = "3"));
        AssertRefused(run, "the variable x2 has no variance");
    }

    private async Task IsRefusedAsync(string data, string way, string what) => AssertRefused(await FitAsync(data, way), what);

    private static void AssertRefused(CommandRun run, string what)
    {
        Assert.Equal((2, ""), (run.ExitCode, run.Output));
        Assert.Contains(what, run.Error, StringComparison.Ordinal);
        Assert.Single(run.Error.TrimEnd('\n').Split('\n'));
    }

    // Least squares without weights needs no inverse of the sample's covariances, so that it may end in a fit; the sample is warned of all the same.
    private async Task FailsAsync(string data, string way, string what)
    {
        var run = await FitAsync(data, way);
        Assert.True(run.ExitCode == 3 || (run.ExitCode == 0 && way.Contains("ULS", StringComparison.Ordinal)), $"{run.ExitCode}: {run.Error}");
        Assert.Equal("", run.Error);
        var warning = run.Json.GetProperty("warnings").EnumerateArray().Single(each => each.GetProperty("code").GetString() == "sample-not-positive-definite");
        Assert.Contains(what, warning.GetProperty("message").GetString(), StringComparison.Ordinal);
    }

    private Task<CommandRun> FitAsync(string data, string way) => CommandRun.OfAsync(
        ["fit", files.Write("m.lav", TwoFactorFiles.Model), "--data", data, "--format", "json", "--modindices", "--residuals", .. way.Split(' ', StringSplitOptions.RemoveEmptyEntries)]);

    private string Rewritten(Action<string[], int> change, int count = 120)
    {
        var lines = File.ReadAllLines(files.Data);
        var rows = lines[1..(count + 1)].Select((line, i) =>
        {
            var row = line.Split(',');
            change(row, i);
            return string.Join(',', row);
        });
        return files.Write("rewritten.csv", $"{lines[0]}\n{string.Join('\n', rows)}\n");
    }

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    private static string Text(double value) => value.ToString("R", CultureInfo.InvariantCulture);
}
