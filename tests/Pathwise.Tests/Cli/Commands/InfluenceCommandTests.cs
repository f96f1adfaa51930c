using System.Text.Json;
using Xunit;

namespace Pathwise.Tests.Cli.Commands;

public sealed class InfluenceCommandTests : IDisposable
{
    private readonly TwoFactorFiles files = new();

    public void Dispose() => files.Dispose();

    [Fact]
    public async Task Influence_Json_HasTheContractsFields()
    {
        var run = await CommandRun.OfAsync([.. Arguments(), "--reference", "19", "--seed", "3", "--one-step", "--most", "4", "--budget", "130", "--format", "json"]);
        Assert.Equal(0, run.ExitCode);
        Assert.Equal(["effect", "n", "estimate", "se", "statistic", "significant", "drop", "steps", "reference", "cases", "effects", "model", "parameters", "effectNames", "search", "path", "analysis", "notes"], Names(run.Json));
        Assert.Equal(("f -> x5 -> x6", 120), (run.Json.GetProperty("effect").GetString(), run.Json.GetProperty("n").GetInt32()));
        Assert.Equal(["sign", "significance", "opposite"], Names(run.Json.GetProperty("drop")));
        var drop = run.Json.GetProperty("drop").GetProperty("significance");
        Assert.Equal(["k", "cases", "exact", "atLeast", "greedy", "improper", "ids", "refit"], Names(drop));
        Assert.Equal(["k", "p", "all", "seed"], Names(run.Json.GetProperty("reference")));
        Assert.Equal(["0.05", "0.25", "0.5", "0.75", "0.95"], Names(run.Json.GetProperty("reference").GetProperty("k")));
        var first = run.Json.GetProperty("cases")[0];
        Assert.Equal(120, run.Json.GetProperty("cases").GetArrayLength());
        Assert.Equal(["case", "change", "gcd", "chisq", "id", "status", "rmsea", "cfi", "tli", "srmr", "raw", "dfthetas", "effects", "oneStep"], Names(first));
        Assert.Equal(2, first.GetProperty("case").GetInt32());
        Assert.Equal(run.Json.GetProperty("parameters").GetArrayLength(), first.GetProperty("raw").GetArrayLength());
        Assert.Equal(["rule", "level", "interval", "budget", "enumerated", "fits", "improper", "improperSample", "complete", "failed"], Names(run.Json.GetProperty("search")));
    }

    [Fact]
    public async Task Influence_Table_SaysWhatMustGoAndWhatThatMeans()
    {
        var picture = files.PathOf("i.svg");
        var run = await CommandRun.OfAsync([.. Arguments(), "--reference", "19", "--seed", "3", "--most", "6", "--budget", "130", "--id", "school", "--figure", picture, "--threads", "2"]);
        Assert.Equal(0, run.ExitCode);
        Assert.All(
            ["Influential cases: f → x5 → x6", "How many cases must go", "f → x6", "f ⇒ x6", "Exact fit", "no leave to delete", "samples without odd cases", "that matter most by themselves", "gCD"],
            text => Assert.Contains(text, run.Output, StringComparison.Ordinal));
        Assert.StartsWith("<svg", File.ReadAllText(picture), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Influence_CodebookBesideTheData_NamesCasesByLineAndIdentifier()
    {
        var (data, model) = (Repository.Path("data", "raw", "executives.csv"), Repository.Path("data", "published", "s1-final-model.lav"));
        var run = await CommandRun.OfAsync("influence", model, "--data", data, "--effect", "collaboration -> alignment -> performance", "--most", "1", "--budget", "92", "--likelihood", "wishart", "--format", "json");
        Assert.Equal(0, run.ExitCode);
        Assert.Equal(92, run.Json.GetProperty("n").GetInt32());
        var first = run.Json.GetProperty("cases")[0];
        var row = File.ReadAllLines(data)[first.GetProperty("case").GetInt32() - 1];
        Assert.Contains(first.GetProperty("id").GetString()!, row, StringComparison.Ordinal);
        Assert.Equal(JsonValueKind.Object, run.Json.GetProperty("cleaning").ValueKind);
    }

    [Theory]
    [InlineData("--effect is needed")]
    [InlineData("Not in the effects of the model: f -> x5 -> x7; the nearest name is f -> x5 -> x6", "--effect", "f -> x5 -> x7")]
    [InlineData("A budget of 119 fits is too small: to leave out each of 120 cases takes 120.", "--effect", "f -> x5 -> x6", "--budget", "119")]
    [InlineData("--seed is needed", "--effect", "f -> x5 -> x6", "--reference", "100")]
    [InlineData("at least 19 samples", "--effect", "f -> x5 -> x6", "--reference", "5", "--seed", "1")]
    [InlineData("--ci bca needs --bootstrap", "--effect", "f -> x5 -> x6", "--ci", "bca", "--seed", "1")]
    [InlineData("'sobel' is not known", "--effect", "f -> x5 -> x6", "--rule", "sobel")]
    [InlineData("Not in", "--effect", "f -> x5 -> x6", "--id", "name")]
    [InlineData("of one group", "--effect", "f -> x5 -> x6", "--group", "school")]
    public async Task Influence_WhatCannotBeDone_IsRefusedInOneLine(string message, params string[] arguments)
    {
        var run = await CommandRun.OfAsync(["influence", Model(), "--data", files.Data, .. arguments]);
        AssertRefused(run, message);
    }

    [Fact]
    public async Task Influence_ModelWithoutMediatorOrTooFewCasesOrMoments_IsRefused()
    {
        AssertRefused(await CommandRun.OfAsync("influence", files.Write("none.lav", "x6 ~ x5 + x4"), "--data", files.Data, "--effect", "x5 -> x6"), "The model has no mediator");
        var few = files.Write("few.csv", string.Join('\n', File.ReadLines(files.Data).Take(7)));
        AssertRefused(await CommandRun.OfAsync("influence", Model(), "--data", few, "--effect", "f -> x5 -> x6"), "The sample has 6 cases; leaving one out takes at least 7 with 5 observed variables.");
        AssertRefused(await CommandRun.OfAsync("influence", Model(), "--cov", files.Covariances, "--n", "120", "--effect", "f -> x5 -> x6"), "give --data CSV");
    }

    private static void AssertRefused(CommandRun run, string message)
    {
        Assert.Equal((2, ""), (run.ExitCode, run.Output));
        Assert.Contains(message, run.Error, StringComparison.Ordinal);
        Assert.Single(run.Error.TrimEnd().Split('\n'));
    }

    private static IEnumerable<string> Names(JsonElement element) => element.EnumerateObject().Select(each => each.Name);

    private string[] Arguments() => ["influence", Model(), "--data", files.Data, "--effect", "f -> x5 -> x6"];

    private string Model() => files.Write("mediation.lav", "f =~ x1 + x2 + x3\nx5 ~ f\nx6 ~ x5 + f\n");
}
