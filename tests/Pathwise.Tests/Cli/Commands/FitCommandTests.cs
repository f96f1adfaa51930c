using System.Text.Json;
using Xunit;

namespace Pathwise.Tests.Cli.Commands;

public sealed class FitCommandTests : IDisposable
{
    private const string Model = TwoFactorFiles.Model;
    private readonly TwoFactorFiles files = new();

    public void Dispose() => files.Dispose();

    [Fact]
    public async Task Fit_Json_HasTheContractsFields()
    {
        var run = await CommandRun.OfAsync("fit", Write("m.lav", Model + "f ~~ c*g\ntwice := 2*c"), "--data", files.Data, "--format", "json");
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        var json = run.Json;
        Assert.True(json.GetProperty("converged").GetBoolean());
        Assert.Equal("ML", json.GetProperty("estimator").GetString());
        Assert.Equal("normal", json.GetProperty("likelihood").GetString());
        Assert.Equal(120, json.GetProperty("nobs")[0].GetInt32());
        Assert.Equal(13, json.GetProperty("npar").GetInt32());
        Assert.True(json.GetProperty("iterations").GetInt32() > 0);
        Assert.Equal(8, json.GetProperty("fit").GetProperty("df").GetInt32());
        Assert.Equal(6, json.GetProperty("r2").GetArrayLength());
        Assert.Equal(0, json.GetProperty("warnings").GetArrayLength());
        var rows = json.GetProperty("parameters");
        Assert.Equal(
            ["lhs", "op", "rhs", "group", "label", "free", "est", "se", "z", "pvalue", "ci.lower", "ci.upper", "std.lv", "std.all"],
            rows[0].EnumerateObject().Select(field => field.Name));
        Assert.Equal("""{"lhs":"f","op":"=~","rhs":"x1","group":1,"label":"","free":0,"est":1,"se":null,"z":null,"pvalue":null,"ci.lower":1,"ci.upper":1,""",
            System.Text.RegularExpressions.Regex.Replace(rows[0].GetRawText(), @"\s", "").Split("\"std.lv\"")[0]);
        Assert.Equal("twice", rows[rows.GetArrayLength() - 1].GetProperty("lhs").GetString());
    }

    [Fact]
    public async Task Fit_Table_ShowsFitParametersAndExplainedVariance()
    {
        var run = await CommandRun.OfAsync("fit", Write("m.lav", Model), "--data", files.Data);
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.StartsWith("m.lav\n═════\nMaximum likelihood (chi-square is N F). 120 cases; 13 parameters; converged after ", run.Output, StringComparison.Ordinal);
        Assert.All(["Chi-square", "RMSEA, 90 % interval", "Loadings", "f =~ x2", "f ~~ g", ".x6", "Explained variance"], text =>
            Assert.Contains(text, run.Output, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Fit_Covariances_GiveWhatTheCasesGive()
    {
        var model = Write("m.lav", Model);
        var cases = await CommandRun.OfAsync("fit", model, "--data", files.Data, "--format", "json");
        var moments = await CommandRun.OfAsync("fit", model, "--cov", files.Covariances, "--n", "120", "--format", "json");
        Assert.Equal((0, ""), (moments.ExitCode, moments.Error));
        Assert.Equal(ChiSquare(cases), ChiSquare(moments), 1e-8);
    }

    [Fact]
    public async Task Fit_ModificationIndices_AreShownWhenAskedFor()
    {
        var model = Write("m.lav", Model + "f ~~ 0*g");
        var json = (await CommandRun.OfAsync("fit", model, "--data", files.Data, "--modindices", "--format", "json")).Json;
        var largest = json.GetProperty("modindices")[0];
        Assert.Equal(("f", "~~", "g"), (largest.GetProperty("lhs").GetString(), largest.GetProperty("op").GetString(), largest.GetProperty("rhs").GetString()));
        Assert.Equal(["lhs", "op", "rhs", "group", "mi", "epc", "sepc.lv", "sepc.all", "sepc.nox"], largest.EnumerateObject().Select(field => field.Name));
        var table = await CommandRun.OfAsync("fit", model, "--data", files.Data, "--modindices");
        Assert.Matches(@"Parameter +Drop of χ² +Expected change", table.Output);
        Assert.Contains("f ~~ g", table.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Fit_Residuals_AreShownWhenAskedFor()
    {
        var model = Write("m.lav", Model);
        var rows = (await CommandRun.OfAsync("fit", model, "--data", files.Data, "--residuals", "--format", "json")).Json.GetProperty("residuals");
        Assert.Equal(21, rows.GetArrayLength());
        Assert.Equal(["lhs", "op", "rhs", "group", "raw", "cor", "normalized", "standardized"], rows[1].EnumerateObject().Select(field => field.Name));
        var table = await CommandRun.OfAsync("fit", model, "--data", files.Data, "--residuals");
        Assert.Matches(@"Moment +Raw +Correlation +Normalized +Standardized", table.Output);
        Assert.Contains("The 20 largest of 21", table.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("case,f,g")]
    [InlineData("case,group,f,g", "--group", "school")]
    public async Task Fit_Scores_AreWrittenForEveryCase(string header, params string[] more)
    {
        var path = files.PathOf("scores.csv");
        var run = await CommandRun.OfAsync(["fit", Write("m.lav", Model), "--data", files.Data, "--scores", path, .. more]);
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        var lines = File.ReadAllLines(path);
        Assert.Equal((header, 121), (lines[0], lines.Length));
        Assert.All(lines[1..], line => Assert.Equal(header.Split(',').Length, line.Split(',').Length));
        Assert.Equal(Enumerable.Range(1, 120).Select(number => $"{number}"), lines[1..].Select(line => line.Split(',')[0]));
    }

    [Fact]
    public async Task Fit_ScoresOfCasesLeftOut_AreMissingInTheDatasOrderAndGroupsAreNoFormulas()
    {
        var rows = files.Cases.Select((row, i) => $"{(i == 0 ? "" : $"{row[0]:R}")},{row[1]:R},{row[2]:R},{(i % 2 == 0 ? "=1+1" : "-2")}");
        var data = files.Write("labels.csv", "x1,x2,x3,g\n" + string.Join('\n', rows));
        var path = files.PathOf("scores.csv");
        var run = await CommandRun.OfAsync("fit", Write("m.lav", "f =~ x1 + x2 + x3"), "--data", data, "--group", "g", "--scores", path);
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        var lines = File.ReadAllLines(path);
        Assert.Equal(["case,group,f", "1,'=1+1,NA"], lines[..2]);
        Assert.StartsWith("2,-2,", lines[2], StringComparison.Ordinal);
        Assert.StartsWith("3,'=1+1,", lines[3], StringComparison.Ordinal);
        Assert.DoesNotContain("NA", string.Concat(lines[2..]), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Fit_CasesLeftOut_AreCountedWithReasons()
    {
        var rows = files.Cases.Select((row, i) => $"{(i < 7 ? "NA" : $"{row[0]:R}")},{row[1]:R},{row[2]:R}");
        string[] args = ["fit", Write("m.lav", "f =~ x1 + x2 + x3"), "--data", files.Write("missing.csv", "x1,x2,x3\n" + string.Join('\n', rows))];
        Assert.Contains("113 of 120 cases (left out: 7 with a missing value)", (await CommandRun.OfAsync(args)).Output, StringComparison.Ordinal);
        var json = (await CommandRun.OfAsync([.. args, "--format", "json"])).Json;
        Assert.Equal((113, 120), (json.GetProperty("nobs")[0].GetInt32(), json.GetProperty("norig")[0].GetInt32()));
        Assert.Equal((7, 7, 0), (json.GetProperty("omitted").GetProperty("total").GetInt32(), json.GetProperty("omitted").GetProperty("incomplete").GetInt32(), json.GetProperty("omitted").GetProperty("empty").GetInt32()));
    }

    [Fact]
    public async Task Fit_ScoresFromCovariances_AreRefusedAndNothingIsWritten()
    {
        var path = files.PathOf("scores.csv");
        var run = await CommandRun.OfAsync("fit", Write("m.lav", Model), "--cov", files.Covariances, "--n", "120", "--scores", path);
        AssertMistake(run, "Factor scores need the cases themselves");
        Assert.False(File.Exists(path));
    }

    [Fact]
    public async Task Fit_Json_HasTheTestsOfExactFit()
    {
        var tests = (await CommandRun.OfAsync("fit", Write("m.lav", Model), "--data", files.Data, "--format", "json")).Json.GetProperty("tests");
        Assert.Equal(
            [
                "standard", "browne.residual.nt.model", "swain", "yuan.2015", "yuan.2005", "bartlett",
                .. new[] { "rls", "ml" }.SelectMany(statistic => new[] { "std", "sb", "ss", "peba2", "peba4", "peba6", "pall", "all", "pols2" }.Select(name => $"{name}_{statistic}")),
                .. new[] { "ug_rls", "ug_ml" }.SelectMany(statistic => new[] { "sb", "ss", "peba2", "peba4", "peba6", "pall", "all", "pols2" }.Select(name => $"{name}_{statistic}")),
            ],
            tests.EnumerateArray().Select(each => each.GetProperty("test").GetString()!));
    }

    [Fact]
    public async Task Fit_NotIdentified_PrintsTheReasonAndFails()
    {
        var run = await CommandRun.OfAsync("fit", Write("m.lav", "f =~ x1 + x2"), "--data", files.Data, "--format", "json");
        Assert.Equal(3, run.ExitCode);
        Assert.Contains("not-identified", run.Json.GetProperty("warnings").EnumerateArray().Select(each => each.GetProperty("code").GetString()));
    }

    [Theory]
    [InlineData("a == 1\na == 2")]
    [InlineData("a > 2\na < 1")]
    public async Task Fit_ConstraintsThatContradictEachOther_PrintsTheReasonAndFails(string constraints)
    {
        var run = await CommandRun.OfAsync("fit", Write("m.lav", $"f =~ x1 + a*x2 + x3 + x4\n{constraints}"), "--data", files.Data, "--format", "json");
        Assert.Equal((3, ""), (run.ExitCode, run.Error));
        Assert.False(run.Json.GetProperty("converged").GetBoolean());
        var warning = run.Json.GetProperty("warnings").EnumerateArray().Single(each => each.GetProperty("code").GetString() == "not-converged");
        Assert.Contains("the constraints could not be met together", warning.GetProperty("message").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Fit_WithoutDegreesOfFreedom_WhatDividesByThemIsNull()
    {
        var run = await CommandRun.OfAsync("fit", Write("m.lav", "f =~ x1 + x2 + x3"), "--data", files.Data, "--format", "json");
        Assert.Equal(0, run.ExitCode);
        var fit = run.Json.GetProperty("fit");
        Assert.Equal(0, fit.GetProperty("df").GetInt32());
        Assert.All(["pvalue", "tli", "nnfi", "rfi", "rmsea", "rmsea.ci.lower", "rmsea.ci.upper", "rmsea.pvalue"], name => Assert.Equal(JsonValueKind.Null, fit.GetProperty(name).ValueKind));
        Assert.Equal(1, fit.GetProperty("cfi").GetDouble(), 1e-12);
        var help = (await CommandRun.OfAsync("fit", "--help")).Output;
        Assert.Contains("null is what does not exist, as RMSEA and TLI without degrees of freedom", System.Text.RegularExpressions.Regex.Replace(help, @"\s+", " "), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("f =~ x1 + x2 + x33", "Not in", "x33; the nearest name is x3. It has: x1, x2")]
    [InlineData("f =~ x1 + x2 + school", "line 2, column 'school': 'a' is not a number", "")]
    [InlineData("f =~ x1 + x2\ny ~ f:a", "m.lav, line 2: 'y~f:a': 'f:a' is a product of the latent variable 'f' and has no indicators", "")]
    public async Task Fit_AMistakeInModelOrData_IsNamedOnOneLine(string model, string what, string more)
    {
        var run = await CommandRun.OfAsync("fit", Write("m.lav", model), "--data", files.Data);
        AssertMistake(run, what);
        Assert.Contains(more, run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Nothing to fit the model to; give --data CSV, or --cov CSV with --n N.")]
    [InlineData("--data and --cov exclude each other", "--data", "d.csv", "--cov", "c.csv")]
    [InlineData("--cov needs --n", "--cov", "c.csv")]
    [InlineData("--n: 'many' is not a number of cases", "--cov", "c.csv", "--n", "many")]
    [InlineData("--n and --means belong to --cov", "--data", "d.csv", "--n", "10")]
    [InlineData("--group names a column of --data", "--cov", "c.csv", "--n", "10", "--group", "school")]
    [InlineData("d.csv does not exist", "--data", "d.csv")]
    [InlineData("--estimator: 'PML' is not known; expected ML, MLM, MLR, GLS, ULS", "--data", "d.csv", "--estimator", "PML")]
    [InlineData("--likelihood: 'flat' is not known; expected normal, wishart.", "--data", "d.csv", "--likelihood", "flat")]
    [InlineData("--group-equal: 'loading' is not known; expected loadings,", "--data", "d.csv", "--group-equal", "loading")]
    [InlineData("--format: 'xml' is not known; expected table, json.", "--data", "DATA", "--format", "xml")]
    [InlineData("group-partial: 'f=~x9' is no parameter of the model", "--data", "DATA", "--group", "school", "--group-equal", "loadings", "--group-partial", "f=~x9")]
    [InlineData("Not in", "--data", "DATA", "--group", "scool")]
    public async Task Fit_AMistakeOnTheCommandLine_IsNamedOnOneLine(string what, params string[] args)
    {
        args = [.. args.Select(arg => arg == "DATA" ? files.Data : arg)];
        AssertMistake(await CommandRun.OfAsync(["fit", Write("m.lav", Model), .. args]), what);
    }

    private static void AssertMistake(CommandRun run, string what)
    {
        Assert.Equal((2, ""), (run.ExitCode, run.Output));
        Assert.StartsWith("pathwise: ", run.Error, StringComparison.Ordinal);
        Assert.Contains(what, run.Error, StringComparison.Ordinal);
        Assert.Single(run.Error.TrimEnd('\n').Split('\n'));
    }

    private static double ChiSquare(CommandRun run) => run.Json.GetProperty("fit").GetProperty("chisq").GetDouble();

    private string Write(string name, string text) => files.Write(name, text);
}
