using Pathwise.Surveys;
using Pathwise.Tests.Cli;
using Xunit;

namespace Pathwise.Tests.Surveys;

/// <summary>Results of synthetic answers say so, whichever way the answers were read.</summary>
public sealed class SyntheticMarkTests : IDisposable
{
    private static readonly string Study = Repository.Path("data", "raw", "executives.csv");

    private static readonly string Model = Repository.Path("data", "published", "s1-final-model.lav");

    private readonly string _folder = Directory.CreateTempSubdirectory("pathwise-mark-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("title: T\nabout: A.\nsynthetic: true\nscales: []\ncolumns: []\n", true)]
    [InlineData("title: T\nabout: A.\nsynthetic: false\nscales: []\ncolumns: []\n", false)]
    [InlineData("title: [", false)]
    public void IsOn_ReadsTheCodebookBeside(string codebook, bool expected)
    {
        var data = Path.Combine(_folder, "x.csv");
        File.WriteAllText(Path.Combine(_folder, "x.codebook.yaml"), codebook);
        Assert.Equal(expected, SyntheticMark.IsOn(data));
    }

    [Theory]
    [InlineData("""{ "made.by": "pathwise clean", "synthetic": true }""", true)]
    [InlineData("""{ "made.by": "pathwise clean", "synthetic": "yes" }""", false)]
    [InlineData("[true]", false)]
    [InlineData("{", false)]
    public void IsOn_ReadsTheAccountOfACleaning(string account, bool expected)
    {
        File.WriteAllText(Path.Combine(_folder, "x.flow.json"), account);
        Assert.Equal(expected, SyntheticMark.IsOn(Path.Combine(_folder, "x.csv")));
    }

    [Fact]
    public void IsOn_ReadsTheName() => Assert.Equal((true, false), (SyntheticMark.IsOn("a/data.synthetic.csv"), SyntheticMark.IsOn("a/data.csv")));

    [Fact]
    public async Task EveryWayToTheAnswers_EndsInTheSentence()
    {
        Assert.Contains(SyntheticMark.Sentence, (await CommandRun.OfAsync("clean", Study, "--out", _folder)).Error, StringComparison.Ordinal);
        var cleaned = Path.Combine(_folder, "executives.csv");
        string[][] ways =
        [
            ["fit", Model, "--data", Study], ["fit", Model, "--data", Study, "--raw"], ["fit", Model, "--data", cleaned], ["effects", Model, "--data", cleaned],
            ["reliability", Model, "--data", Study], ["fit", Model, "--data", Study, "--format", "json"], ["equivalents", Model, "--data", Study],
            ["compare", Model, Model, "--restricted-group-equal", "loadings", "--data", Study, "--group", "department"],
            ["power", Model, "--data", Study, "--n", "92", "--replicates", "20", "--seed", "1"], ["cutoffs", Model, "--data", Study, "--seed", "1", "--replicates", "20"],
            ["influence", Model, "--data", Study, "--effect", "collaboration -> alignment -> performance", "--most", "1"],
            ["sensitivity", Model, "--data", Study, "--effect", "collaboration -> alignment -> performance"],
        ];
        foreach (var way in ways)
        {
            var run = await CommandRun.OfAsync(way);
            Assert.True((run.Output + run.Error).Contains(SyntheticMark.Sentence, StringComparison.Ordinal), string.Join(' ', way) + "\n" + run.Error);
        }
    }

    [Fact]
    public async Task RealData_AreNotCalledSynthetic()
    {
        var run = await CommandRun.OfAsync("fit", Repository.Path("data", "examples", "political-democracy.lav"), "--data", Repository.Path("data", "examples", "political-democracy.csv"));
        Assert.Equal(0, run.ExitCode);
        Assert.DoesNotContain("synthetic", run.Output + run.Error, StringComparison.OrdinalIgnoreCase);
    }
}
