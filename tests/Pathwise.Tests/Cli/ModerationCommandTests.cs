using Xunit;

namespace Pathwise.Tests.Cli;

public sealed class ModerationCommandTests : IDisposable
{
    private static readonly string Data = Repository.Fixture("moderation", "data.csv");

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory();

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task Effects_Moderator_HasRowsOfItsKinds()
    {
        var picture = Path.Combine(folder.FullName, "curve.svg");
        string[] arguments = ["effects", Model("m ~ x + w + x:w\ny ~ m + x"), "--data", Data, "--moderator", "w", "--at", "-1,5", "--bootstrap", "60", "--seed", "3", "--center", "mean", "--standardized"];
        var run = await CommandRun.OfAsync([.. arguments, "--plot", picture, "--format", "json"]);
        Assert.Equal(0, run.ExitCode);
        var rows = run.Json.GetProperty("effects").EnumerateArray().Where(row => row.TryGetProperty("moderator", out _)).ToArray();
        Assert.Equal(["conditional direct", "conditional indirect", "conditional total", "index"], rows.Select(row => row.GetProperty("kind").GetString()).Distinct());
        var row = rows.First(each => each.GetProperty("kind").GetString() == "conditional indirect");
        Assert.Equal(("w", -1.0, true), (row.GetProperty("moderator").GetString(), row.GetProperty("at").GetDouble(), row.GetProperty("outside").GetBoolean()));
        Assert.Equal(4, row.GetProperty("intervals").GetArrayLength());
        Assert.Contains(run.Json.GetProperty("contrasts").EnumerateArray(), each => each.GetProperty("kind").GetString() == "conditional contrast");
        Assert.Equal(4, run.Json.GetProperty("regions").GetArrayLength());
        Assert.Contains("<svg", await File.ReadAllTextAsync(picture), StringComparison.Ordinal);
        var one = await CommandRun.OfAsync([.. arguments, "--threads", "1"]);
        Assert.Equal(one.Output, (await CommandRun.OfAsync([.. arguments, "--threads", "2"])).Output);
        Assert.All(["Indices of moderated mediation", "Regions of significance", "outside the data", "The indirect effect x → m → y changes by"], text => Assert.Contains(text, one.Output, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Effects_ProcessNumber_PrintsTheSyntaxAndItsOwnModerator()
    {
        var run = await CommandRun.OfAsync("effects", "--process", "14", "--x", "x", "--m", "m", "--y", "y", "--w", "w", "--data", Data, "--format", "json");
        Assert.Equal("m ~ x\ny ~ x + m + w + m:w\n", run.Json.GetProperty("process").GetProperty("syntax").GetString());
        var byHand = await CommandRun.OfAsync("effects", Model("m ~ x\ny ~ x + m + w + m:w"), "--data", Data, "--moderator", "w", "--format", "json");
        Assert.Equal(byHand.Json.GetProperty("effects").ToString(), run.Json.GetProperty("effects").ToString());
    }

    [Fact]
    public async Task Influence_ModelWithProduct_IsExact()
    {
        var run = await CommandRun.OfAsync("influence", Model("m ~ x\ny ~ m + x + w + m:w"), "--data", Data, "--effect", "x -> m -> y", "--center", "mean", "--format", "json");
        Assert.Equal(0, run.ExitCode);
    }

    [Fact]
    public async Task Report_ProductOfAnExplainedVariable_SaysInLavaansScriptWhatIsFree()
    {
        var report = Path.Combine(folder.FullName, "report");
        Assert.Equal(0, (await CommandRun.OfAsync("report", Model("m ~ x\ny ~ m + x + w + m:w"), "--data", Data, "--out", report)).ExitCode);
        var script = await File.ReadAllTextAsync(Path.Combine(report, "model.R"));
        Assert.All(["m ~~ m:w", "x ~~ w", "x ~~ m:w", "w ~~ m:w"], line => Assert.Contains($"\n{line}\n", script, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Effects_AnalysisWithModerator_GivesTheSameAgain()
    {
        var kept = Path.Combine(folder.FullName, "analysis.json");
        var run = await CommandRun.OfAsync("effects", Model("m ~ x + w + x:w\ny ~ m + x"), "--data", Data, "--moderator", "w", "--at", "16,50,84", "--center", "mean", "--write-analysis", kept, "--format", "json");
        var again = await CommandRun.OfAsync("effects", "--analysis", kept, "--format", "json");
        Assert.Equal(run.Output, again.Output);
    }

    [Theory]
    [InlineData("m ~ x + w + x:w\ny ~ m + z", "z moderates nothing", "--moderator", "z")]
    [InlineData("m ~ x + w + x:w\ny ~ m", "--at 5: values of which moderator?", "--at", "5")]
    [InlineData("m ~ x + w + x:w\ny ~ m", "--plot needs --moderator", "--plot", "p.svg")]
    [InlineData("m ~ x + w + x:w\ny ~ m", "these are no values of a moderator", "--moderator", "w", "--at", "much")]
    [InlineData("m ~ x + x:w\ny ~ m", "w is not", "--center", "mean")]
    [InlineData("m ~ x + x:x\ny ~ m", "product of a variable with itself")]
    [InlineData("m ~ x + q + x:q\ny ~ m", "Not in ")]
    [InlineData("m ~ x + copy + x:copy\ny ~ m", "hold one variable under two names")]
    [InlineData("f =~ x + w\ny ~ f + f:z", "has no indicators")]
    [InlineData("m ~ x + w + x:w\ny ~ m", "the variable w has no variance", "--group", "flat")]
    [InlineData("m ~ x + w + x:w\ny ~ m", "resamples of cases", "--moderator", "w", "--bootstrap", "10", "--seed", "1", "--resampling", "parametric")]
    [InlineData("m ~ x + w + x:w\ny ~ m", "'halfway' is not known", "--center", "halfway")]
    [InlineData("m ~ x + w + x:w\ny ~ m", "--x names a part of a model by number", "--x", "x")]
    public async Task Effects_WhatCannotBeDone_IsRefusedInOneLine(string model, string message, params string[] arguments)
    {
        var lines = await File.ReadAllLinesAsync(Data);
        var data = Path.Combine(folder.FullName, "data.csv");
        await File.WriteAllLinesAsync(data, lines.Select((line, i) => i == 0 ? line + ",copy,flat" : $"{(i <= 20 ? WithW(line, "4") : line)},{line.Split(',')[0]},{(i <= 20 ? "a" : "b")}"));
        var run = await CommandRun.OfAsync(["effects", Model(model), "--data", data, .. arguments]);
        Assert.Equal(2, run.ExitCode);
        Assert.Contains(message, run.Error, StringComparison.Ordinal);
        Assert.Equal("", run.Output);
        Assert.Single(run.Error.Trim().Split('\n'));
    }

    private static string WithW(string line, string value)
    {
        var cells = line.Split(',');
        cells[1] = value;
        return string.Join(',', cells);
    }

    private string Model(string text)
    {
        var path = Path.Combine(folder.FullName, "model.lav");
        File.WriteAllText(path, text);
        return path;
    }
}
