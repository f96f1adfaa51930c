using System.Text.Json;
using Xunit;

namespace Pathwise.Tests.Cli.Commands;

public sealed class SensitivityCommandTests : IDisposable
{
    private const string Effect = "ind60 -> dem60 -> dem65";

    private static readonly string Model = Repository.Path("data", "examples", "political-democracy.lav");
    private static readonly string Data = Repository.Path("data", "examples", "political-democracy.csv");
    private readonly TwoFactorFiles files = new();

    public void Dispose() => files.Dispose();

    [Fact]
    public async Task Sensitivity_Json_IsTheContract()
    {
        var run = await RunAsync("--bootstrap", "50", "--seed", "3", "--rho", "-0.5,0,0.5", "--phantom", "dem60=0.2,y1=0.1", "--format", "json");
        Assert.Equal(0, run.ExitCode);
        Assert.Equal(Effect, run.Json.GetProperty("effect").GetString());
        Assert.True(run.Json.GetProperty("saturated").GetBoolean());
        Assert.Equal([-0.5, 0, 0.5], Numbers(run.Json.GetProperty("rho"), "rho"));
        Assert.All(Numbers(run.Json.GetProperty("rho"), "chisq"), chisq => Assert.Equal(38.1252182, chisq, 6));
        foreach (var name in new[] { "indirect", "lower", "upper", "standardized", "direct", "draws" })
            Assert.All(run.Json.GetProperty("rho").EnumerateArray(), row => Assert.Equal(JsonValueKind.Number, row.GetProperty(name).ValueKind));
        foreach (var name in new[] { "rho", "lower", "upper", "residualShare", "totalShare", "interval" })
            Assert.True(run.Json.GetProperty("zero").TryGetProperty(name, out _));
        Assert.Equal(["ind60 -> dem60", "dem60 -> dem65", Effect], run.Json.GetProperty("robustness").EnumerateArray().Select(row => row.GetProperty("path").GetString()!));
        Assert.All(run.Json.GetProperty("robustness").EnumerateArray(), row => Assert.True(row.GetProperty("interval").GetProperty("lower").GetDouble() < row.GetProperty("value").GetDouble()));
        Assert.Equal(19, run.Json.GetProperty("contours")[1].GetProperty("zero").GetArrayLength());
        Assert.Equal(2, run.Json.GetProperty("phantom").GetProperty("effects").GetArrayLength());
        Assert.Equal(11, run.Json.GetProperty("reliability").GetArrayLength());
        Assert.True(run.Json.GetProperty("evalue").GetProperty("value").GetDouble() > 1);
        Assert.True(run.Json.GetProperty("path").GetProperty("compiled").GetBoolean());
        Assert.Equal(50, run.Json.GetProperty("draws").GetProperty("requested").GetInt32());
        Assert.Equal(64, run.Json.GetProperty("analysis").GetProperty("key").GetString()!.Length);
    }

    [Fact]
    public async Task Sensitivity_Table_SaysWhereTheEffectIsZero()
    {
        var run = await RunAsync();
        Assert.Equal(0, run.ExitCode);
        Assert.Contains("zero if the disturbances dem60 ~~ dem65 correlate .97", run.Output, StringComparison.Ordinal);
        Assert.Contains("the model fits equally well at every correlation", run.Output, StringComparison.Ordinal);
        Assert.Contains("Mediational E-value", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sensitivity_OfFullMediation_SaysThatTwoClaimsAreOneTest()
    {
        var model = files.Write("full.lav", Pathwise.Tests.Sem.Sensitivity.Mediations.Full);
        var run = await CommandRun.OfAsync("sensitivity", model, "--data", Data, "--effect", Effect, "--rho", "0,0.2");
        Assert.Equal(0, run.ExitCode);
        Assert.Contains("\"No direct effect\" and \"no confounding of mediator and outcome\" are one test", run.Output, StringComparison.Ordinal);
        Assert.Contains("from 44.120 (36 degrees of freedom) to 38.125", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sensitivity_Benchmark_IsAColumnThatTheCodebookLetsThrough()
    {
        var model = files.Write("xmy.lav", "m ~ x\ny ~ x + m");
        var run = await CommandRun.OfAsync("sensitivity", model, "--data", Repository.Fixture("sensitivity", "medsens.csv"), "--effect", "x → m → y", "--benchmark", "z", "--format", "json");
        Assert.Equal(0, run.ExitCode);
        Assert.Equal(["z", "z"], run.Json.GetProperty("benchmarks").EnumerateArray().Select(row => row.GetProperty("column").GetString()!));
    }

    [Fact]
    public async Task Sensitivity_Figure_HasOneFileForEachPicture()
    {
        var path = files.Write("curve.svg", "");
        var model = files.Write("xmy.lav", "m ~ x\ny ~ x + m");
        var run = await CommandRun.OfAsync("sensitivity", model, "--data", Repository.Fixture("sensitivity", "medsens.csv"), "--effect", "x -> m -> y", "--figure", path, "--rho", "-0.9:0.9:0.3");
        Assert.Equal(0, run.ExitCode);
        foreach (var name in new[] { "curve.svg", "curve-path-1.svg", "curve-path-2.svg", "curve-reliability.svg" })
            Assert.StartsWith("<svg", await File.ReadAllTextAsync(Path.Combine(Path.GetDirectoryName(path)!, name)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--effect is needed")]
    [InlineData("the nearest name is ind60 -> dem60 -> dem65", "--effect", "ind60 -> dem6 -> dem65")]
    [InlineData("is no indirect effect", "--effect", "ind60 => dem65")]
    [InlineData("--seed is needed", "--effect", Effect, "--bootstrap", "10")]
    [InlineData("--seed belongs to a bootstrap", "--effect", Effect, "--seed", "10")]
    [InlineData("needs at least 1 replicate", "--effect", Effect, "--seed", "10", "--bootstrap", "0")]
    [InlineData("A disturbance correlation of 1.5 cannot be", "--effect", Effect, "--rho", "1.5")]
    [InlineData("--rho: 'a' is not a number", "--effect", Effect, "--rho", "0,a")]
    [InlineData("--rho: '0:1:0' is not a number", "--effect", Effect, "--rho", "0:1:0")]
    [InlineData("--ci: 'delta' is not known", "--effect", Effect, "--ci", "delta", "--bootstrap", "9", "--seed", "1")]
    [InlineData("--phantom: 'm' is not a variable with an effect", "--effect", Effect, "--phantom", "m")]
    [InlineData("Not in the model: m", "--effect", Effect, "--phantom", "m=0.2")]
    [InlineData("has no equation", "--effect", Effect, "--between", "dem60 + dem65 ~~ ind60")]
    [InlineData("Not in ", "--effect", Effect, "--benchmark", "region")]
    public async Task Sensitivity_BadInput_IsOneLineAndExitCodeTwo(string complaint, params string[] options)
    {
        var run = await CommandRun.OfAsync(["sensitivity", Model, "--data", Data, .. options]);
        Assert.Equal((2, ""), (run.ExitCode, run.Output));
        Assert.Contains(complaint, run.Error, StringComparison.Ordinal);
        Assert.Single(run.Error.TrimEnd().Split('\n'));
    }

    [Fact]
    public async Task Sensitivity_OfAModelWithoutMediator_IsOneLine()
    {
        var model = files.Write("xy.lav", "y5 ~ x1 + y1");
        var run = await CommandRun.OfAsync("sensitivity", model, "--data", Data, "--effect", "x1 -> y1 -> y5");
        Assert.Equal(2, run.ExitCode);
        Assert.Contains("The model has no indirect effect", run.Error, StringComparison.Ordinal);
    }

    private static Task<CommandRun> RunAsync(params string[] further) => CommandRun.OfAsync(["sensitivity", Model, "--data", Data, "--effect", Effect, .. further]);

    private static double[] Numbers(JsonElement rows, string name) => [.. rows.EnumerateArray().Select(row => row.GetProperty(name).GetDouble())];
}
