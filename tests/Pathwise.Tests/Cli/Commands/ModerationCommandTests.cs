using Xunit;

namespace Pathwise.Tests.Cli.Commands;

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

    [Fact]
    public async Task Effects_CategoricalModerator_IsCodedByTheCodebook()
    {
        var data = Categorical("coding: indicator, reference: sales, ");
        string[] arguments = ["effects", Model("m ~ x + dept + x:dept + k\ny ~ m + x + dept + k"), "--data", data, "--moderator", "dept"];
        var run = await CommandRun.OfAsync([.. arguments, "--format", "json"]);
        Assert.Equal("", run.Error);
        var rows = run.Json.GetProperty("effects").EnumerateArray().Where(row => row.TryGetProperty("moderator", out _) && row.GetProperty("rhs").GetString() == "x" && row.GetProperty("lhs").GetString() == "y").ToArray();
        var indirect = rows.Where(row => row.GetProperty("kind").GetString() == "conditional indirect" && row.GetProperty("via").GetArrayLength() == 1).ToArray();
        Assert.Equal(["sales", "operations", "other"], indirect.Select(row => row.GetProperty("category").GetString()));
        Assert.Equal(System.Text.Json.JsonValueKind.Null, indirect[0].GetProperty("at").ValueKind);
        var indices = rows.Where(row => row.GetProperty("kind").GetString() == "index").ToArray();
        Assert.Equal(["operations", "other"], indices.Select(row => row.GetProperty("conditions")[0].GetProperty("category").GetString()));
        Assert.Equal(indirect[1].GetProperty("est").GetDouble() - indirect[0].GetProperty("est").GetDouble(), indices[0].GetProperty("est").GetDouble(), 12);
        Assert.Equal("sales", run.Json.GetProperty("moderators")[0].GetProperty("reference").GetString());
        var shown = await CommandRun.OfAsync(arguments);
        Assert.All(["dept = operations", "index of dept, operations less sales", "coded by indicators"], text => Assert.Contains(text, shown.Output, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Effects_CodingOfTheCommandLine_IsKeptInTheAnalysis()
    {
        var (data, kept) = (Categorical(""), Path.Combine(folder.FullName, "kept.json"));
        string[] arguments = ["effects", Model("m ~ x + dept + x:dept\ny ~ m + x"), "--data", data, "--moderator", "dept", "--at", "other,sales", "--format", "json"];
        var effect = await CommandRun.OfAsync([.. arguments, "--coding", "dept=effect:other", "--write-analysis", kept]);
        Assert.Equal(effect.Output, (await CommandRun.OfAsync("effects", "--analysis", kept, "--format", "json")).Output);
        var plain = await CommandRun.OfAsync(arguments);
        static string? Key(CommandRun run) => run.Json.GetProperty("analysis").GetProperty("key").GetString();
        Assert.NotEqual(Key(plain), Key(effect));
        Assert.Equal("effect", effect.Json.GetProperty("moderators")[0].GetProperty("coding").GetString());
        Assert.Equal(0, (await CommandRun.OfAsync("influence", arguments[1], "--data", data, "--effect", "x -> m -> y")).ExitCode);
    }

    [Fact]
    public async Task Report_CategoricalVariable_HasItsColumnsInLavaansScript()
    {
        var report = Path.Combine(folder.FullName, "report");
        Assert.Equal(0, (await CommandRun.OfAsync("report", Model("m ~ x + dept + x:dept\ny ~ m + x"), "--data", Categorical(""), "--out", report)).ExitCode);
        var script = await File.ReadAllTextAsync(Path.Combine(report, "model.R"));
        Assert.Contains("m ~ x + dept.operations + dept.other + x:dept.operations + x:dept.other", script, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("m ~ x + dept\ny ~ m", "dept moderates nothing: no regression of the model has a product with it, such as x:dept.", "--moderator", "dept")]
    [InlineData("m ~ x + dept + x:dept\ny ~ m", "'purchasing' is no category of dept", "--moderator", "dept", "--at", "sales,purchasing")]
    [InlineData("m ~ x + dept + x:dept\ny ~ m", "no case is 'purchasing', the reference", "--coding", "dept=indicator:purchasing")]
    [InlineData("m ~ x + dept + x:dept\ny ~ m", "not a coding; expected NAME=indicator", "--coding", "dept=helmert")]
    [InlineData("m ~ x + dept + x:dept\ny ~ m", "dept is coded twice", "--coding", "dept=effect,dept=indicator")]
    [InlineData("m ~ x + dept + x:dept\ny ~ m", "does not name it", "--coding", "w=indicator")]
    [InlineData("m ~ x + w + x:w\ny ~ m", "different values; a categorical variable has 2 to 20", "--coding", "w=indicator")]
    [InlineData("dept ~ x\ny ~ dept", "stands on the left of '~'")]
    [InlineData("m ~ x + a*dept\ny ~ m", "one modifier is given to all")]
    [InlineData("f =~ x + dept\ny ~ f", "measures nothing, nor is it measured")]
    [InlineData("m ~ x + dept\ndept ~~ dept", "has a variance for each column")]
    [InlineData("m ~ x + dept\ndept | t1", "has no place beside '|'")]
    public async Task Effects_CategoricalVariableThatCannotBe_IsRefusedInOneLine(string model, string message, params string[] arguments)
    {
        var run = await CommandRun.OfAsync(["effects", Model(model), "--data", Categorical(""), .. arguments]);
        Assert.Equal((2, ""), (run.ExitCode, run.Output));
        Assert.Contains(message, run.Error, StringComparison.Ordinal);
        Assert.Single(run.Error.Trim().Split('\n'));
    }

    private string Categorical(string coding)
    {
        var data = Path.Combine(folder.FullName, "survey.csv");
        File.Copy(Repository.Fixture("moderation", "categorical.csv"), data, overwrite: true);
        var numbers = string.Concat(new[] { "x", "w", "k", "m", "y" }.Select(name => $"  - {{ name: {name}, kind: number, text: A number }}\n"));
        File.WriteAllText(Path.Combine(folder.FullName, "survey.codebook.yaml"),
            $"title: Made\nabout: Made for a test.\ncolumns:\n  - {{ name: dept, kind: choice, text: Department, {coding}values: {{ sales: Sales, operations: Operations, other: Other, board: Board }} }}\n{numbers}");
        return data;
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

    [Theory]
    [InlineData("this model is not offered; there are 1, 2, 3, 4, 5, 6, 7, 8, 14, 15, 58, 59, 92.", "--process", "9", "--x", "x", "--m", "m", "--y", "y", "--w", "w")]
    [InlineData("--process 7 needs --w.", "--process", "7", "--x", "x", "--m", "m", "--y", "y")]
    [InlineData("--process 7 needs --y.", "--process", "7", "--x", "x", "--m", "m", "--w", "w")]
    public async Task Effects_ProcessNumberThatCannotBe_IsRefusedInOneLine(string message, params string[] arguments)
    {
        var run = await CommandRun.OfAsync(["effects", "--data", Data, .. arguments]);
        Assert.Equal((2, ""), (run.ExitCode, run.Output));
        Assert.Contains(message, run.Error, StringComparison.Ordinal);
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
