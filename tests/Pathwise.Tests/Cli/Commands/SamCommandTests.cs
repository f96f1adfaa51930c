using Xunit;

namespace Pathwise.Tests.Cli.Commands;

public sealed class SamCommandTests : IDisposable
{
    private const string Latent = "f =~ x1 + x2 + x3\ng =~ w1 + w2 + w3\nm =~ m1 + m2 + m3\n";

    private static readonly string Data = Repository.Fixture("moderation", "latent.csv");

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory();

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task Fit_Local_HasBlocksMomentsAndBothSteps()
    {
        var run = await CommandRun.OfAsync("fit", Model(Latent + "m ~ f + g\ny ~ m"), "--data", Data, "--sam", "local", "--format", "json");
        Assert.Equal(0, run.ExitCode);
        var sam = run.Json.GetProperty("sam");
        Assert.Equal(("local", "ML", 0, "twostep"), (sam.GetProperty("sam.method").GetString(), sam.GetProperty("M.method").GetString(), sam.GetProperty("alpha.correction").GetInt32(), sam.GetProperty("se").GetString()));
        Assert.Equal(3, sam.GetProperty("blocks").GetArrayLength());
        Assert.Equal(4, sam.GetProperty("moments")[0].GetProperty("covariances").GetArrayLength());
        Assert.Equal(2, run.Json.GetProperty("fit").GetProperty("df").GetInt32());
        Assert.Equal([1, 2], run.Json.GetProperty("parameters").EnumerateArray().Select(row => row.GetProperty("step").GetInt32()).Distinct());
        var table = await CommandRun.OfAsync("fit", Model(Latent + "m ~ f + g\ny ~ m"), "--data", Data, "--sam", "global");
        Assert.All(["global SAM", "Measurement blocks", "Fit of the whole model"], text => Assert.Contains(text, table.Output, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Effects_LatentModerator_HasTheIndexAndSaysWhatIsAssumed()
    {
        string[] arguments = ["effects", Model(Latent + "m ~ f + g + f:g\ny ~ m + f"), "--data", Data, "--sam", "local", "--moderator", "g", "--bootstrap", "50", "--seed", "3"];
        var run = await CommandRun.OfAsync([.. arguments, "--format", "json"]);
        Assert.Equal(0, run.ExitCode);
        Assert.Contains(run.Json.GetProperty("effects").EnumerateArray(), row => row.GetProperty("kind").GetString() == "index");
        Assert.True(run.Json.GetProperty("path").GetProperty("compiled").GetBoolean());
        var shown = await CommandRun.OfAsync([.. arguments, "--threads", "2"]);
        Assert.All(["structure after measurement (local SAM)", "errors are taken as normal"], text => Assert.Contains(text, shown.Output, StringComparison.Ordinal));
        var product = await CommandRun.OfAsync("effects", Model(Latent + "f:g =~ x1:w1 + x2:w2 + x3:w3\nm ~ f + g + f:g\ny ~ m + f"), "--data", Data, "--center", "double", "--moderator", "g");
        Assert.Contains("measured by products of indicators, taken as normal", product.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Effects_ProcessNumber_NeedsNoProductIndicators()
    {
        var run = await CommandRun.OfAsync("effects", Model(Latent), "--process", "7", "--x", "f", "--m", "m", "--y", "y", "--w", "g", "--data", Data, "--sam", "local", "--format", "json");
        Assert.Equal(0, run.ExitCode);
        Assert.DoesNotContain("f:g =~", run.Json.GetProperty("process").GetProperty("syntax").GetString(), StringComparison.Ordinal);
        Assert.Contains(run.Json.GetProperty("effects").EnumerateArray(), row => row.GetProperty("kind").GetString() == "index");
    }

    [Fact]
    public async Task Analysis_OfTwoSteps_IsKeptAndDecidesTheKey()
    {
        var kept = Path.Combine(folder.FullName, "kept.json");
        var run = await CommandRun.OfAsync("effects", Model(Latent + "m ~ f + g\ny ~ m"), "--data", Data, "--sam", "local", "--mm-list", "f,g;m", "--alpha-correction", "3", "--write-analysis", kept, "--format", "json");
        Assert.Equal(run.Output, (await CommandRun.OfAsync("effects", "--analysis", kept, "--format", "json")).Output);
        var key = Key(run);
        foreach (var other in new[] { "--sam global", "--mm-list f;g;m", "--m-method ULS", "--alpha-correction 0", "--lambda-correction false" })
            Assert.NotEqual(key, Key(await CommandRun.OfAsync(["effects", "--analysis", kept, "--format", "json", .. other.Split(' ')])));
        var power = await CommandRun.OfAsync("influence", "--analysis", kept, "--effect", "f -> m -> y");
        Assert.Equal(2, power.ExitCode);
        Assert.Contains("which fit and effects alone estimate", power.Error, StringComparison.Ordinal);
    }

    // The signs of three covariances that no factor has: the search runs away.
    [Fact]
    public async Task Fit_MeasurementWithoutMinimum_EndsWithTheReason()
    {
        var data = Path.Combine(folder.FullName, "noise.csv");
        var lines = await File.ReadAllLinesAsync(Data);
        await File.WriteAllLinesAsync(data, lines.Select((line, i) => i == 0 ? line : Mixed(line)));
        var run = await CommandRun.OfAsync("fit", Model("g =~ w1 + w2 + w3\nm =~ m1 + m2 + m3\nm ~ g\ny ~ m"), "--data", data, "--sam", "local");
        Assert.Equal(3, run.ExitCode);
        Assert.Contains("The measurement model of g did not converge", run.Error, StringComparison.Ordinal);
        Assert.Single(run.Error.Trim().Split('\n'));
    }

    [Theory]
    [InlineData("m ~ f + g + f:g\ny ~ m", "Global SAM has no products", "--sam", "global")]
    [InlineData("m ~ f\ny ~ m", "--m-method belongs to estimation in two steps", "--m-method", "ULS")]
    [InlineData("m ~ f\ny ~ m", "'nearby' is not known", "--sam", "nearby")]
    [InlineData("m ~ f\ny ~ m", "--alpha-correction belongs to --sam local", "--sam", "global", "--alpha-correction", "2")]
    [InlineData("m ~ f\ny ~ m", "alpha.correction is -1", "--sam", "local", "--alpha-correction", "-1")]
    [InlineData("m ~ f\ny ~ m", "mm.list leaves out g", "--sam", "local", "--mm-list", "f;m")]
    [InlineData("m ~ f\ny ~ m", "mm.list: Not in the latent variables: h", "--sam", "local", "--mm-list", "f;m;g;h")]
    [InlineData("m ~ f\ny ~ m\nx1 ~~ w1", "has f and g in different blocks", "--sam", "local", "--mm-list", "f;g;m")]
    [InlineData("m ~ f\ny ~ m + x1", "an indicator takes part in a regression", "--sam", "local")]
    [InlineData("m ~ f\ny ~ m\nx1 ~~ y", "an indicator covaries with a variable of the structural model", "--sam", "local")]
    [InlineData("m ~ f\ny ~ m\nf ~~ 1*f", "the variance of a factor is fixed", "--sam", "local")]
    [InlineData("m ~ f\ny ~ m\ny ~ 1", "two steps estimate covariance structures", "--sam", "local")]
    [InlineData("m ~ f + f:g\ny ~ m", "a factor of the product is in no regression", "--sam", "local")]
    [InlineData("m ~ a*f\ny ~ a*m\nx2 ~~ a*x2", "stands at parameters of measurement and of the structural model", "--sam", "local")]
    [InlineData("m ~ f\ny ~ m", "the unit of a factor comes from a loading", "--sam", "local", "--std-lv")]
    [InlineData("m ~ f\ny ~ m", "the estimators ML, GLS and ULS", "--sam", "local", "--estimator", "MLR")]
    [InlineData("m ~ f\ny ~ m", "Profile-likelihood intervals are not there", "--sam", "local", "--ci", "profile")]
    [InlineData("m ~ f\ny ~ m", "do not draw cases are not there", "--sam", "local", "--bollen-stine", "10", "--seed", "1")]
    public async Task Effects_WhatTwoStepsCannotDo_IsRefusedInOneLine(string model, string message, params string[] arguments)
    {
        var run = await CommandRun.OfAsync(["effects", Model(Latent + model), "--data", Data, .. arguments]);
        Assert.Equal(2, run.ExitCode);
        Assert.Contains(message, run.Error, StringComparison.Ordinal);
        Assert.Equal("", run.Output);
        Assert.Single(run.Error.Trim().Split('\n'));
    }

    private static string Mixed(string line)
    {
        double[] cells = [.. line.Split(',').Select(cell => double.Parse(cell, System.Globalization.CultureInfo.InvariantCulture))];
        (cells[3], cells[4], cells[5]) = (cells[0], cells[8] - cells[0], cells[8] + (0.5 * cells[4]));
        return string.Join(',', cells.Select(cell => cell.ToString("F4", System.Globalization.CultureInfo.InvariantCulture)));
    }

    private static string? Key(CommandRun run) => run.Json.GetProperty("analysis").GetProperty("key").GetString();

    private string Model(string text)
    {
        var path = Path.Combine(folder.FullName, "model.lav");
        File.WriteAllText(path, text);
        return path;
    }
}
