using Xunit;

namespace Pathwise.Tests.Cli.Options;

public sealed class OrderedWordTests : IDisposable
{
    private const string Some = "lowest: 1, highest: 7, items: [{ name: a1, text: A, ordered: true }, { name: a2, text: A, ordered: true }, { name: a3, text: A, ordered: true }, { name: b1, text: B }, { name: b2, text: B }, { name: b3, text: B }]";
    private static readonly string Answers = string.Join('\n', Enumerable.Range(0, 120).Select(Row));
    private readonly TwoFactorFiles files = new();

    public void Dispose() => files.Dispose();

    [Theory]
    [InlineData("fit")]
    [InlineData("effects")]
    [InlineData("reliability")]
    [InlineData("influence", "--most", "1", "--effect", "f -> b1 -> b2")]
    public async Task Codebook_InEveryCommand_IsTheListOfItsOrderedVariables(string command, params string[] more)
    {
        var data = Survey("survey", Some);
        var model = files.Write("model.lav", "f =~ a1 + a2 + a3\nb1 ~ f\nb2 ~ b1 + f\n");
        var byWord = await CommandRun.OfAsync([command, model, "--data", data, "--ordered", "codebook", "--format", "json", .. more]);
        var byName = await CommandRun.OfAsync([command, model, "--data", data, "--ordered", "a1,a2,a3", "--format", "json", .. more]);
        Assert.Equal(0, byWord.ExitCode);
        Assert.Equal((0, byName.Output), (byName.ExitCode, byWord.Output));
    }

    [Fact]
    public async Task Codebook_InCompareAndPower_IsTheListToo()
    {
        var data = Survey("survey", Some);
        var (wide, narrow) = (files.Write("wide.lav", "f =~ a1 + a2 + a3\ng =~ b1 + b2 + b3\ng ~ f\n"), files.Write("narrow.lav", "f =~ a1 + a2 + a3\ng =~ b1 + b2 + b3\ng ~ 0*f\n"));
        string[] compare = ["compare", wide, narrow, "--data", data, "--format", "json", "--ordered"], power = ["power", wide, "--data", data, "--n", "200", "--replicates", "5", "--seed", "1", "--format", "json", "--ordered"];
        foreach (var command in new[] { compare, power })
        {
            var byWord = await CommandRun.OfAsync([.. command, "codebook"]);
            Assert.Equal(0, byWord.ExitCode);
            Assert.Equal((await CommandRun.OfAsync([.. command, "a1,a2,a3"])).Output, byWord.Output);
        }
    }

    [Fact]
    public async Task Fit_WithoutTheWord_TakesNumbersWhateverTheCodebookSays()
    {
        var (model, plain) = (files.Write("model.lav", "f =~ a1 + a2 + a3\n"), Survey("plain", Some.Replace(", ordered: true", "", StringComparison.Ordinal)));
        var run = await CommandRun.OfAsync("fit", model, "--data", Survey("survey", Some), "--format", "json");
        Assert.Equal("ML", run.Json.GetProperty("estimator").GetString());
        var without = await CommandRun.OfAsync("fit", model, "--data", plain, "--format", "json");
        Assert.Equal(without.Json.GetProperty("parameters").GetRawText(), run.Json.GetProperty("parameters").GetRawText());
    }

    [Fact]
    public async Task Fit_KeptAnalysis_HasTheNamesAndPrintsTheSameBytes()
    {
        var (model, kept) = (files.Write("model.lav", "f =~ a1 + a2 + a3\n"), files.PathOf("kept.json"));
        var first = await CommandRun.OfAsync("fit", model, "--data", Survey("survey", Some), "--ordered", "codebook", "--format", "json", "--write-analysis", kept);
        Assert.Equal(0, first.ExitCode);
        Assert.DoesNotContain("\"codebook\"]", File.ReadAllText(kept), StringComparison.Ordinal);
        Assert.Equal(first.Output, (await CommandRun.OfAsync("fit", "--analysis", kept, "--format", "json")).Output);
    }

    [Theory]
    [InlineData("f =~ a1 + a2 + a3\n", false, "", "calls nothing ordered; expected ordered: true at a scale, an item or a column.")]
    [InlineData("g =~ b1 + b2 + b3\n", true, "", "calls a1, a2, a3 ordered, of which")]
    [InlineData("f =~ a1 + a2 + a3\n", true, "--raw", "no codebook is followed; give --codebook YAML, or --ordered LIST.")]
    public async Task Codebook_ThatNamesNone_IsRefused(string model, bool isOrdered, string option, string message)
    {
        var data = Survey("survey", isOrdered ? Some : Some.Replace(", ordered: true", "", StringComparison.Ordinal));
        foreach (var command in new[] { "fit", "effects", "reliability" })
        {
            var run = await CommandRun.OfAsync([command, files.Write("model.lav", model), "--data", data, "--ordered", "codebook", .. option.Split(' ', StringSplitOptions.RemoveEmptyEntries)]);
            Assert.Equal((2, ""), (run.ExitCode, run.Output));
            Assert.Contains(message, run.Error, StringComparison.Ordinal);
            Assert.Single(run.Error.TrimEnd().Split('\n'));
        }
    }

    [Fact]
    public async Task Codebook_OfCovariances_IsRefused()
    {
        var run = await CommandRun.OfAsync("fit", files.Write("model.lav", TwoFactorFiles.Model), "--cov", files.Covariances, "--n", "120", "--ordered", "codebook");
        Assert.Equal((2, ""), (run.ExitCode, run.Output));
        Assert.Contains("no codebook is followed", run.Error, StringComparison.Ordinal);
    }

    private string Survey(string name, string scale)
    {
        files.Write($"{name}.codebook.yaml", $"title: Made\nabout: Made for a test.\nscales:\n  - {{ name: s, title: S, {scale} }}\n");
        return files.Write($"{name}.csv", $"a1,a2,a3,b1,b2,b3\n{Answers}\n");
    }

    // Two factors, six items of one to seven; the phase of each makes what no other shares.
    private static string Row(int i)
    {
        double f = Math.Sin(i * 1.3) + Math.Sin(i * 0.37), g = (0.5 * f) + Math.Cos(i * 0.91);
        return string.Join(',', Enumerable.Range(0, 6).Select(item => (int)Math.Clamp(Math.Round(4 + (item < 3 ? f : g) + (0.9 * Math.Sin((i + 1) * (item + 2.1) * 1.7))), 1, 7)));
    }
}
