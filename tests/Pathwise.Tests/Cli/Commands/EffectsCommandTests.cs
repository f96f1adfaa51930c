using Xunit;

namespace Pathwise.Tests.Cli.Commands;

public sealed class EffectsCommandTests : IDisposable
{
    private readonly TwoFactorFiles files = new();

    public void Dispose() => files.Dispose();

    [Fact]
    public async Task Effects_Json_HasTheContractsFields()
    {
        var run = await CommandRun.OfAsync(
            "effects", Model(), "--data", files.Data, "--bootstrap", "60", "--ci", "percentile,bc,bca,montecarlo,profile,delta", "--standardized", "--seed", "18", "--threads", "2", "--format", "json");
        Assert.Equal(0, run.ExitCode);
        var draws = run.Json.GetProperty("draws");
        Assert.Equal(60, draws.GetProperty("requested").GetInt32());
        Assert.Equal(60, draws.GetProperty("converged").GetInt32() + draws.GetProperty("failed").EnumerateObject().Sum(each => each.Value.GetInt32()));
        Assert.Equal(18, draws.GetProperty("seed").GetInt32());
        Assert.Equal("keep", draws.GetProperty("rule").GetString());
        var effect = run.Json.GetProperty("effects").EnumerateArray().Single(each => each.GetProperty("via").GetArrayLength() == 1);
        Assert.Equal(("x6", "f", "indirect", "x5"), (effect.GetProperty("lhs").GetString(), effect.GetProperty("rhs").GetString(), effect.GetProperty("kind").GetString(), effect.GetProperty("via")[0].GetString()));
        Assert.True(effect.GetProperty("se").GetDouble() > 0);
        Assert.True(effect.GetProperty("std").GetProperty("se").GetDouble() > 0);
        var interval = effect.GetProperty("intervals")[0];
        Assert.Equal(["type", "standardized", "level", "lower", "upper", "p"], interval.EnumerateObject().Select(field => field.Name));
        Assert.Equal(12, effect.GetProperty("intervals").GetArrayLength());
    }

    [Fact]
    public async Task Effects_Tests_HaveEachAHypothesisAndAP()
    {
        string[] asked = ["effects", Model(), "--data", files.Data, "--tests", "adaptive,mbco,joint,sobel,percentile", "--equivalence", "0.3", "--bootstrap", "60", "--seed", "18"];
        var run = await CommandRun.OfAsync([.. asked, "--format", "json"]);
        Assert.Equal(0, run.ExitCode);
        var rows = run.Json.GetProperty("mediationTests").EnumerateArray().ToList();
        Assert.Equal(["joint", "sobel", "mbco", "percentile", "adaptive"], rows.Select(row => row.GetProperty("test").GetString()));
        Assert.All(rows, row => Assert.Equal("f -> x5 -> x6", row.GetProperty("effect").GetString()));
        Assert.All(rows, row => Assert.InRange(row.GetProperty("p").GetDouble(), 0, 1));
        Assert.Equal("x5 ~ f or x6 ~ x5 is 0", rows[2].GetProperty("hypothesis").GetString());
        Assert.Equal(1, rows[2].GetProperty("df").GetInt32());
        var effect = run.Json.GetProperty("effects").EnumerateArray().Single(each => each.GetProperty("via").GetArrayLength() == 1);
        Assert.Equal(effect.GetProperty("jointp").GetDouble(), rows[0].GetProperty("p").GetDouble());
        var equivalence = run.Json.GetProperty("equivalence").EnumerateArray().Single();
        Assert.Equal((0.3, "x6", "f"), (equivalence.GetProperty("bound").GetDouble(), equivalence.GetProperty("lhs").GetString(), equivalence.GetProperty("rhs").GetString()));
        var shown = await CommandRun.OfAsync(asked);
        Assert.All(["Likelihood ratio (MBCO)", "x5 ~ f or x6 ~ x5 is 0", "A direct path that is not significant is not absent."], text => Assert.Contains(text, shown.Output, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("--tests adaptive needs --bootstrap N.", "--tests", "joint,adaptive")]
    [InlineData("--tests", "--tests", "wald")]
    [InlineData("standardized effect between 0 and 1", "--equivalence", "1.5")]
    public async Task Effects_TestsThatCannotBe_AreRefused(string said, params string[] options)
    {
        var run = await CommandRun.OfAsync(["effects", Model(), "--data", files.Data, .. options]);
        Assert.Equal(2, run.ExitCode);
        Assert.Contains(said, run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Effects_AnyNumberOfThreads_PrintsTheSame()
    {
        string[] arguments = ["effects", Model(), "--data", files.Data, "--bootstrap", "40", "--seed", "3", "--improper", "redraw"];
        var (one, two) = (await CommandRun.OfAsync([.. arguments, "--threads", "1"]), await CommandRun.OfAsync([.. arguments, "--threads", "2"]));
        Assert.Equal(one.Output, two.Output);
        Assert.All(["Bootstrap of ", "f → x5 → x6", "Percentile", "Bias-corrected", "Total effects"], text => Assert.Contains(text, one.Output, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(null)]
    [InlineData(null, "--meanstructure")]
    [InlineData(null, "--estimator", "ULS")]
    [InlineData("missing values", "--missing", "fiml")]
    public async Task Effects_Bootstrap_SaysByWhichPathAndWhyNotTheCompiled(string? reason, params string[] options)
    {
        var data = reason is null ? files.Data : WithGaps();
        var asked = await CommandRun.OfAsync(["effects", Model(), "--data", data, "--bootstrap", "4", "--seed", "1", "--format", "json", .. options]);
        var plain = await CommandRun.OfAsync(["effects", Model(), "--data", data, "--bootstrap", "4", "--seed", "1", .. options]);
        var fitted = await CommandRun.OfAsync(["fit", Model(), "--data", data, "--format", "json", .. options]);
        foreach (var path in new[] { asked.Json.GetProperty("path"), fitted.Json.GetProperty("path") })
        {
            Assert.Equal(reason is null, path.GetProperty("compiled").GetBoolean());
            Assert.Equal(reason, path.GetProperty("reason").GetString());
        }

        Assert.Equal(reason is not null, plain.Error.Contains($"note: the samples were fitted by the general path, which is slower than compiled code, because of {reason}.", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("--seed", "--bootstrap", "10")]
    [InlineData("--bootstrap", "--ci", "bca")]
    [InlineData("'wald' is not known", "--ci", "wald")]
    [InlineData("--resume", "--resume", "draws")]
    [InlineData("the folder", "--resume", "no/such/folder/draws", "--bootstrap", "10", "--seed", "1")]
    [InlineData("--histogram needs", "--histogram", "h.svg", "--bootstrap", "10", "--seed", "1")]
    [InlineData("Not an effect of the model: x -> y", "--effect", "x -> y")]
    [InlineData("The level of intervals is 95; expected a number between 0 and 1, such as 0.95.", "--level", "95", "--bootstrap", "100000000", "--seed", "1")]
    [InlineData("Not an effect of the model: f -> x9", "--effect", "f -> x9", "--bootstrap", "100000", "--seed", "1")]
    [InlineData("bootstrap samples do not fit into the memory of this machine; at most", "--bootstrap", "2000000000", "--seed", "1")]
    [InlineData("bootstrap samples do not fit into the memory of this machine; at most", "--bootstrap", "2147483647", "--ci", "bca", "--seed", "1", "--threads", "0")]
    [InlineData("'xml' is not known", "--format", "xml", "--bootstrap", "100000", "--seed", "1")]
    [InlineData("Cannot write /proc/none.svg", "--histogram", "/proc/none.svg", "--effect", "f -> x5", "--bootstrap", "100000", "--seed", "1")]
    [InlineData("needs at least 1 replicate", "--bollen-stine", "0", "--bootstrap", "100000", "--seed", "1")]
    [InlineData("'toss' is not known", "--improper", "toss", "--bootstrap", "10", "--seed", "1")]
    public async Task Effects_WhatCannotBeDone_IsRefusedInOneLine(string message, params string[] arguments)
    {
        var run = await CommandRun.OfAsync(["effects", Model(), "--data", files.Data, .. arguments]);
        Assert.Equal(2, run.ExitCode);
        Assert.Contains(message, run.Error, StringComparison.Ordinal);
        Assert.Single(run.Error.TrimEnd().Split('\n'));
        Assert.Empty(run.Output);
    }

    [Fact]
    public async Task Effects_Resumed_PrintsWhatAnUninterruptedRunPrints()
    {
        string[] arguments = ["effects", Model(), "--data", files.Data, "--seed", "3", "--standardized", "--ci", "percentile,bca"];
        var file = files.PathOf("draws");
        var first = await CommandRun.OfAsync([.. arguments, "--bootstrap", "30", "--resume", file]);
        var whole = await CommandRun.OfAsync([.. arguments, "--bootstrap", "80"]);
        var resumed = await CommandRun.OfAsync([.. arguments, "--bootstrap", "80", "--threads", "2", "--resume", file]);
        var again = await CommandRun.OfAsync([.. arguments, "--bootstrap", "80", "--resume", file]);
        Assert.Equal(0, first.ExitCode);
        Assert.Equal(whole.Output, resumed.Output);
        Assert.Equal(whole.Output, again.Output);

        var other = await CommandRun.OfAsync([.. arguments, "--bootstrap", "80", "--likelihood", "wishart", "--resume", file]);
        Assert.Equal((2, ""), (other.ExitCode, other.Output));
        Assert.Contains("of another fit", other.Error, StringComparison.Ordinal);
        File.AppendAllText(file, "x");
        var damaged = await CommandRun.OfAsync([.. arguments, "--bootstrap", "80", "--resume", file]);
        Assert.Equal(2, damaged.ExitCode);
        Assert.Contains("damaged", damaged.Error, StringComparison.Ordinal);
        Assert.Single(damaged.Error.TrimEnd().Split('\n'));
    }

    [Fact]
    public async Task Effects_Json_HasEveryRuleOutlyingDrawsAndBollenStine()
    {
        string[] arguments = ["effects", Weak(), "--data", files.Data, "--bootstrap", "60", "--seed", "18", "--bollen-stine", "40"];
        var run = await CommandRun.OfAsync([.. arguments, "--format", "json"]);
        Assert.Equal(0, run.ExitCode);
        Assert.InRange(run.Json.GetProperty("bollenStine").GetProperty("p").GetDouble(), 0, 1);
        Assert.Equal(["drop", "redraw"], run.Json.GetProperty("rules").EnumerateArray().Select(rule => rule.GetProperty("rule").GetString()));
        var effect = run.Json.GetProperty("effects")[0];
        Assert.InRange(effect.GetProperty("outlying").GetInt32(), 0, 60);
        Assert.True(effect.GetProperty("mad").GetDouble() > 0);
        var table = await CommandRun.OfAsync(arguments);
        Assert.All(["keep (", "drop (", "redraw (60)", "improper: ", "Outlying", "Bollen-Stine"], text => Assert.Contains(text, table.Output, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Effects_NamedEffect_IsShownAloneAndDrawn()
    {
        var picture = files.PathOf("h.svg");
        var run = await CommandRun.OfAsync("effects", Model(), "--data", files.Data, "--bootstrap", "40", "--seed", "3", "--effect", "f → x5 -> x6", "--histogram", picture);
        Assert.Equal(0, run.ExitCode);
        Assert.Contains("f → x5 → x6", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("f ⇒ x6", run.Output, StringComparison.Ordinal);
        Assert.StartsWith("<svg", File.ReadAllText(picture), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Effects_SeveralGroups_AreToldApart()
    {
        var run = await CommandRun.OfAsync("effects", Model(), "--data", files.Data, "--group", "school", "--bootstrap", "20", "--seed", "1");
        Assert.Equal(0, run.ExitCode);
        var json = await CommandRun.OfAsync("effects", Model(), "--data", files.Data, "--group", "school", "--format", "json");
        Assert.Equal([(1, "a"), (2, "b")], json.Json.GetProperty("effects").EnumerateArray().Select(each => (each.GetProperty("group").GetInt32(), each.GetProperty("groupLabel").GetString()!)).Distinct().Order());
        Assert.Contains("Group", run.Output, StringComparison.Ordinal);
        Assert.Equal(2, run.Output.Split('\n').Count(line => line.StartsWith("f → x5 → x6", StringComparison.Ordinal) && !line.Contains("group", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Effects_ModelThatRegressesNothing_IsRefused()
    {
        var run = await CommandRun.OfAsync("effects", files.Write("cfa.lav", TwoFactorFiles.Model), "--data", files.Data);
        Assert.Equal((2, ""), (run.ExitCode, run.Output));
        Assert.Contains("the model has no effects", run.Error, StringComparison.Ordinal);
    }

    // Two indicators make a factor whose fit is improper in many resamples.
    private string Weak() => files.Write("weak.lav", "f =~ x1 + x4\nx5 ~ f\nx6 ~ x5 + f\n");

    private string WithGaps() => files.Write("gaps.csv", string.Join('\n', File.ReadAllLines(files.Data).Select((line, i) => i is 3 or 8 ? line[line.IndexOf(',', StringComparison.Ordinal)..] : line)));

    private string Model() => files.Write("mediation.lav", "f =~ x1 + x2 + x3\nx5 ~ f\nx6 ~ x5 + f\n");
}
