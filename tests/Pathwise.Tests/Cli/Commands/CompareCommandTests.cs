using System.Text.Json;
using Xunit;

namespace Pathwise.Tests.Cli.Commands;

public sealed class CompareCommandTests : IDisposable
{
    private readonly TwoFactorFiles files = new();

    public void Dispose() => files.Dispose();

    [Theory]
    [InlineData("ML", "standard")]
    [InlineData("MLR", "satorra.bentler.2001")]
    public async Task Compare_Json_IsTheDifferenceOfTheTwoFits(string estimator, string method)
    {
        var (full, restricted) = Models();
        var run = await CommandRun.OfAsync("compare", full, restricted, "--data", files.Data, "--estimator", estimator, "--format", "json");
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        var json = run.Json;
        Assert.Equal(1, json.GetProperty("df.diff").GetInt32());
        Assert.Equal(method, json.GetProperty("method").GetString());
        Assert.InRange(json.GetProperty("pvalue").GetDouble(), 0, 1);
        var difference = json.GetProperty("restricted").GetProperty("chisq").GetDouble() - json.GetProperty("full").GetProperty("chisq").GetDouble();
        if (estimator == "ML")
            Assert.Equal(difference, json.GetProperty("chisq.diff").GetDouble(), 1e-9);
        Assert.True(difference > 0);
    }

    [Fact]
    public async Task Compare_Table_HasARowForEachModel()
    {
        var (full, restricted) = Models();
        var run = await CommandRun.OfAsync("compare", full, restricted, "--data", files.Data);
        Assert.Equal(0, run.ExitCode);
        Assert.Matches(@"full\.lav +[0-9.]+ +8 ", run.Output);
        Assert.Matches(@"restricted\.lav +[0-9.]+ +9 ", run.Output);
    }

    [Fact]
    public async Task Compare_OtherVariables_IsRefused()
    {
        var (full, _) = Models();
        var run = await CommandRun.OfAsync("compare", full, files.Write("other.lav", "f =~ x1 + x2 + x3"), "--data", files.Data);
        Assert.Equal(2, run.ExitCode);
        Assert.Contains("different observed variables", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Compare_AModelThatIsNotIdentified_Fails()
    {
        var run = await CommandRun.OfAsync(
            "compare", files.Write("full.lav", TwoFactorFiles.Model + "x1 ~~ x2 + x3\nx2 ~~ x3"), files.Write("restricted.lav", TwoFactorFiles.Model), "--data", files.Data);
        Assert.Equal(3, run.ExitCode);
        Assert.Contains("Warning: full.lav: ", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Compare_ScalingFactorThatIsNotPositive_PrintsNullAndTheReason()
    {
        var model = files.Write("tails.lav", "f =~ x1 + x2 + x3 + x4\ng =~ y1 + y2 + y3 + y4");
        var orthogonal = files.Write("orthogonal.lav", "f =~ x1 + x2 + x3 + x4\ng =~ y1 + y2 + y3 + y4\nf ~~ 0*g");
        string[] args = ["compare", model, orthogonal, "--data", Repository.Fixture("lavaan", "models", "data", "heavy24.csv"), "--estimator", "MLR"];
        var run = await CommandRun.OfAsync([.. args, "--format", "json"]);
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Equal(JsonValueKind.Null, run.Json.GetProperty("chisq.diff").ValueKind);
        Assert.Equal(JsonValueKind.Null, run.Json.GetProperty("pvalue").ValueKind);
        Assert.Equal("scaling-factor-not-positive", run.Json.GetProperty("warnings")[0].GetProperty("code").GetString());
        Assert.Contains("scaling factor of the difference is -2.36", (await CommandRun.OfAsync(args)).Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ML", "")]
    [InlineData("MLR", " (scaled)")]
    public async Task Compare_Table_HasMeasuresOfOneFamily(string estimator, string family)
    {
        var (full, restricted) = Models();
        string[] args = ["compare", full, restricted, "--data", files.Data, "--estimator", estimator];
        var (table, json) = (await CommandRun.OfAsync(args), (await CommandRun.OfAsync([.. args, "--format", "json"])).Json.GetProperty("restricted"));
        Assert.Contains($"Chi-square{family}  df  CFI{family}  RMSEA{family}", System.Text.RegularExpressions.Regex.Replace(table.Output, " {2,}", "  "), StringComparison.Ordinal);
        var suffix = family.Length > 0 ? ".scaled" : "";
        string Text(string name) => json.GetProperty(name + suffix).GetDouble().ToString("0.000", System.Globalization.CultureInfo.InvariantCulture);
        Assert.Matches($@"restricted\.lav +{Text("chisq")} +9 +{Text("cfi").TrimStart('0')} +{Text("rmsea").TrimStart('0')} ", table.Output);
    }

    [Fact]
    public async Task Compare_OneFileCompletedInTwoWays_IsConfiguralAgainstMetric()
    {
        var model = files.Write("model.lav", TwoFactorFiles.Model);
        var run = await CommandRun.OfAsync("compare", model, model, "--data", files.Data, "--group", "school", "--restricted-group-equal", "loadings");
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Matches(@"model\.lav +[0-9.]+ +16 ", run.Output);
        Assert.Matches(@"model\.lav \(group-equal loadings\) +[0-9.]+ +20 ", run.Output);
    }

    [Theory]
    [InlineData("needs groups", "--restricted-group-equal", "loadings")]
    [InlineData("'loading' is not known", "--group", "school", "--full-group-equal", "loading")]
    [InlineData("'satorra' is not known", "--estimator", "MLR", "--method", "satorra")]
    [InlineData("not at the maximum of the likelihood", "--rbm", "implicit")]
    [InlineData("MLM or MLR or MLMV or MLMVS is needed", "--method", "satorra.2000")]
    public async Task Compare_OptionsThatCannotBe_AreRefusedBeforeTheDataAreRead(string reason, params string[] more)
    {
        var (full, restricted) = Models();
        var run = await CommandRun.OfAsync(["compare", full, restricted, "--data", files.PathOf("none.csv"), .. more]);
        Assert.Equal((2, ""), (run.ExitCode, run.Output));
        Assert.Contains(reason, run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Compare_ModelsThatAreNotNested_SaysSoAndWithholdsP()
    {
        var full = files.Write("full.lav", TwoFactorFiles.Model + "x1 ~~ x4\nx2 ~~ x5");
        string[] args = ["compare", full, files.Write("other.lav", TwoFactorFiles.Model + "x3 ~~ x6"), "--data", files.Data];
        var (table, json) = (await CommandRun.OfAsync(args), (await CommandRun.OfAsync([.. args, "--format", "json"])).Json);
        var warning = json.GetProperty("warnings")[0];
        Assert.Equal(("not nested", JsonValueKind.Null, "not-nested"), (json.GetProperty("nesting").GetString(), json.GetProperty("pvalue").ValueKind, warning.GetProperty("code").GetString()));
        Assert.Contains($"Warning: {warning.GetProperty("message").GetString()}", table.Output, StringComparison.Ordinal);
    }

    private (string Full, string Restricted) Models() =>
        (files.Write("full.lav", TwoFactorFiles.Model), files.Write("restricted.lav", TwoFactorFiles.Model + "f ~~ 0*g"));
}
