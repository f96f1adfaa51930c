using Xunit;

namespace Pathwise.Tests.Cli;

public sealed class PowerCommandTests : IDisposable
{
    private readonly TwoFactorFiles files = new();

    public void Dispose() => files.Dispose();

    [Fact]
    public async Task Power_SeveralSizes_NamesTheCasesThatAPowerNeedsAndDrawsThem()
    {
        var picture = files.PathOf("curve.svg");
        string[] arguments = ["power", Model(), "--data", files.Data, "--n", "200,30", "--replicates", "30", "--seed", "2", "--power", ".9", "--figure", picture];
        var run = await CommandRun.OfAsync([.. arguments, "--format", "json"]);
        Assert.Equal(0, run.ExitCode);
        Assert.Equal([30, 200], run.Json.GetProperty("sizes").EnumerateArray().Select(each => each.GetProperty("n").GetInt32()));
        Assert.Equal(200, run.Json.GetProperty("n").GetInt32());
        Assert.Equal(0.9, run.Json.GetProperty("power").GetDouble());
        Assert.Contains(run.Json.GetProperty("needed").EnumerateArray(), each => each.GetProperty("name").GetString() == "f -> x5");
        Assert.StartsWith("<svg", File.ReadAllText(picture), StringComparison.Ordinal);
        var table = await CommandRun.OfAsync(arguments);
        Assert.All(["N = 30", "N = 200", "N for .90"], text => Assert.Contains(text, table.Output, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Power_Figure_HasCoverageBesideIt()
    {
        var picture = files.PathOf("power.svg");
        var run = await CommandRun.OfAsync("power", Model(), "--data", files.Data, "--n", "60", "--replicates", "10", "--seed", "2", "--figure", picture);
        Assert.Equal(0, run.ExitCode);
        Assert.Contains("Power in samples of 60 cases", File.ReadAllText(picture), StringComparison.Ordinal);
        Assert.Contains("Coverage in samples of 60 cases", File.ReadAllText(files.PathOf("power-coverage.svg")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Power_Json_HasTheContractsFields()
    {
        var run = await CommandRun.OfAsync("power", Model(), "--data", files.Data, "--n", "100", "--replicates", "20", "--seed", "2", "--format", "json");
        Assert.Equal(0, run.ExitCode);
        Assert.Equal(100, run.Json.GetProperty("n").GetInt32());
        Assert.Equal(20, run.Json.GetProperty("samples").GetProperty("drawn").GetInt32());
        var interval = run.Json.GetProperty("effects")[0].GetProperty("intervals")[0];
        Assert.Equal(["type", "level", "power", "power.se", "coverage", "coverage.se", "below", "above", "samples"], interval.EnumerateObject().Select(field => field.Name));
    }

    [Theory]
    [InlineData("no population value for", "--n", "50")]
    [InlineData("--n is needed")]
    [InlineData("--power with one number of cases", "--n", "50", "--power", ".8")]
    [InlineData("is not a power", "--n", "50", "--power", "80", "--effect", "f -> x5")]
    [InlineData("'few' is not a number of cases", "--n", "50,few")]
    [InlineData("2147483647 cases in a sample do not fit", "--n", "2147483647", "--data", "DATA")]
    [InlineData("The level of intervals is 90", "--n", "50", "--level", "90", "--data", "DATA")]
    [InlineData("Not an effect of the model: f -> x9", "--n", "50", "--replicates", "100000", "--effect", "f -> x9", "--data", "DATA")]
    [InlineData("Cannot write /proc/p.svg", "--n", "50", "--replicates", "100000", "--figure", "/proc/p.svg", "--data", "DATA")]
    [InlineData("need at least 2 samples", "--n", "50", "--ci", "percentile", "--bootstrap", "1", "--data", "DATA")]
    public async Task Power_WithoutPopulationOrSize_IsRefused(string message, params string[] arguments)
    {
        string[] data = arguments.Length == 0 ? ["--data", files.Data] : [];
        arguments = [.. arguments.Select(each => each == "DATA" ? files.Data : each)];
        var run = await CommandRun.OfAsync(["power", Model(), "--seed", "1", .. data, .. arguments]);
        Assert.Equal(2, run.ExitCode);
        Assert.Contains(message, run.Error, StringComparison.Ordinal);
    }

    private string Model() => files.Write("mediation.lav", "f =~ x1 + x2 + x3\nx5 ~ f\nx6 ~ x5 + f\n");
}
