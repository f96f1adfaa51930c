using Pathwise.Surveys;
using Pathwise.Tables;
using Xunit;

namespace Pathwise.Tests.Cli.Commands;

/// <summary>The analysis file and the flow of cases; nothing that somebody else made is lost.</summary>
public sealed class CleanCommandTests : IDisposable
{
    private static readonly string Study = Repository.Path("data", "raw", "executives.csv");

    private readonly string folder = Directory.CreateTempSubdirectory().FullName;

    private string Out => Path.Combine(folder, "new");

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task Clean_Study_WritesTheUsableAnswersAndTheFlow()
    {
        var run = await CommandRun.OfAsync("clean", Study, "--out", Out);
        Assert.Equal(0, run.ExitCode);
        Assert.Contains("straight-lining", run.Output, StringComparison.Ordinal);
        var report = SurveyData.Read(Study).Clean();
        var (written, expected) = (DataTable.Read(Path.Combine(Out, "executives.csv")), report.Data.Recode().Table);
        Assert.Equal(expected.Names, written.Names);
        Assert.All(expected.Names, name => Assert.Equal(expected.Texts(name), written.Texts(name)));

        var rows = await File.ReadAllLinesAsync(Path.Combine(Out, "executives.flow.csv"));
        Assert.Equal(["step,left_out,remaining", $"started,,{report.Started}", .. report.Steps.Select(step => $"{step.Reason},{step.LeftOut},{step.Remaining}")], rows);
        var json = (await CommandRun.OfAsync("clean", Study, "--out", Out, "--format", "json")).Json;
        Assert.Equal((114, 92), (json.GetProperty("started").GetInt32(), json.GetProperty("usable").GetInt32()));
        using var flow = System.Text.Json.JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(Out, "executives.flow.json")));
        Assert.Equal(22, flow.RootElement.GetProperty("cases").GetArrayLength());
    }

    [Fact]
    public async Task Fit_CleanedFile_IsTheFitOfTheRawOne()
    {
        var model = Repository.Path("data", "published", "s1-final-model.lav");
        await CommandRun.OfAsync("clean", Study, "--out", Out);
        var (raw, cleaned) = (await CommandRun.OfAsync("fit", model, "--data", Study), await CommandRun.OfAsync("fit", model, "--data", Path.Combine(Out, "executives.csv")));
        Assert.Equal((0, raw.Output), (cleaned.ExitCode, cleaned.Output));
    }

    [Fact]
    public async Task Clean_FilesOfItsOwn_AreReplaced_AndOthersAreLeftAlone()
    {
        await CommandRun.OfAsync("clean", Study, "--out", Out);
        var lenient = Path.Combine(folder, "lenient.yaml");
        await File.WriteAllTextAsync(lenient, (await File.ReadAllTextAsync(Codebook.PathBeside(Study))).Replace("  - { rule: varied, reason: straight-lining }\n", "", StringComparison.Ordinal));
        var again = await CommandRun.OfAsync("clean", Study, "--out", Out, "--codebook", lenient);
        Assert.Equal(0, again.ExitCode);
        Assert.Equal(SurveyData.Read(Study, Codebook.Read(lenient)).Clean().Usable, DataTable.Read(Path.Combine(Out, "executives.csv")).Count);

        foreach (var name in (string[])["executives.csv", "executives.flow.csv", "executives.flow.json"])
        {
            var path = Path.Combine(Out, name);
            var ours = await File.ReadAllTextAsync(path);
            await File.WriteAllTextAsync(path, "mine\n");
            var before = Contents();
            var refused = await CommandRun.OfAsync("clean", Study, "--out", Out);
            Assert.Equal((2, ""), (refused.ExitCode, refused.Output));
            Assert.Contains("was not made by 'pathwise clean', or was changed since", refused.Error, StringComparison.Ordinal);
            Assert.Equal(before, Contents());
            await File.WriteAllTextAsync(path, ours);
        }
    }

    [Fact]
    public async Task Clean_WhatCannotBe_IsRefusedInALine()
    {
        var bare = Path.Combine(folder, "bare.csv");
        await File.WriteAllTextAsync(bare, "a,b\n1,2\n");
        foreach (var (file, target, expected) in ((string, string, string)[])
            [(bare, Out, "has no codebook beside it"), (bare, folder, "which would be overwritten"), (Study, "/proc/nowhere", "/proc/nowhere")])
        {
            var run = await CommandRun.OfAsync("clean", file, "--out", target);
            Assert.Equal((2, ""), (run.ExitCode, run.Output));
            Assert.Contains(expected, Assert.Single(run.Error.TrimEnd('\n').Split('\n')), StringComparison.Ordinal);
        }

        Assert.False(Directory.Exists(Out));
    }

    private string[] Contents() => [.. Directory.GetFiles(Out).Order(StringComparer.Ordinal).Select(File.ReadAllText)];
}
