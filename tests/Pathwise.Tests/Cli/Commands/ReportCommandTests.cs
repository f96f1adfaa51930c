using Pathwise.Tests.Export;
using Xunit;

namespace Pathwise.Tests.Cli.Commands;

public sealed class ReportCommandTests : IDisposable
{
    private readonly TwoFactorFiles files = new();

    public void Dispose() => files.Dispose();

    [Fact]
    public async Task Report_ModelsComparedWithBootstrap_WritesEveryFormat()
    {
        var run = await Report("--compare", files.Write("free.lav", TwoFactorFiles.Model + "g ~ f\nx1 ~~ x4"), "--bootstrap", "40", "--seed", "1", "--ci", "percentile,delta", "--format", "json");
        Assert.True(run.ExitCode == 0, run.Error);
        var named = run.Json.GetProperty("files").EnumerateArray().Select(file => file.GetString()!).ToArray();
        Assert.All(["tables.docx", "tables.xlsx", "tables.tex", "tables.md", "tables.csv", "paths.svg"], name => Assert.Contains(name, named));
        Assert.Equal(named.Append("SHA256SUMS").Order(StringComparer.Ordinal), Directory.EnumerateFiles(files.PathOf("paper")).Select(file => Path.GetFileName(file)!).Order(StringComparer.Ordinal));
        var text = Text("tables.md");
        Assert.All(["Fit of All Models Compared", "| free |", "40 nonparametric resamples (seed 1)", "Measurement Model", "Cronbach's alpha"], words => Assert.Contains(words, text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Report_Twice_HasTheSameBytes()
    {
        await Report("--bootstrap", "20", "--seed", "3");
        var first = Directory.EnumerateFiles(files.PathOf("paper")).ToDictionary(file => file, File.ReadAllBytes);
        var run = await Report("--bootstrap", "20", "--seed", "3", "--threads", "2");
        Assert.Equal(0, run.ExitCode);
        Assert.All(first, file => Assert.Equal(file.Value, File.ReadAllBytes(file.Key)));
    }

    // The numbers of lavaan and semTools stand in tests/fixtures/lavaan/ordinal and tests/fixtures/lavaan/estimators.
    [Fact]
    public async Task Report_OfOrderedVariables_HasThresholdsRobustIndicesAndReliabilityOfAnswers()
    {
        var (model, data) = (Repository.Fixture("lavaan", "ordinal", "s03_study92", "model.lav"), Repository.Fixture("lavaan", "ordinal", "s03_study92", "data.csv"));
        var run = await CommandRun.OfAsync("report", model, "--data", data, "--ordered", "all", "--out", files.PathOf("paper"));
        Assert.Equal(0, run.ExitCode);
        Assert.Contains("openmx.R was not made", run.Error, StringComparison.Ordinal);
        var text = await File.ReadAllTextAsync(Path.Combine(files.PathOf("paper"), "tables.md"), TestContext.Current.CancellationToken);
        Assert.Contains("| model | 141.59 | 129 | .212 | .934 | .922 | .071 |", text, StringComparison.Ordinal);
        Assert.Contains("| 2. alignment | 4.42 | 1.09 | .82 | .85 | .85 | .58 |", text, StringComparison.Ordinal);
        Assert.Contains("*Thresholds of Ordered Variables*", text, StringComparison.Ordinal);
        Assert.Contains(@"| 1 \| 3 | 1 | −2.29 | 0.38 |", text, StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Combine(files.PathOf("paper"), "openmx.R")));
        var mplus = await File.ReadAllTextAsync(Path.Combine(files.PathOf("paper"), "model.inp"), TestContext.Current.CancellationToken);
        Assert.All(["CATEGORICAL ARE col1", "ESTIMATOR = WLSMV;", "PARAMETERIZATION = DELTA;", "[col1$5];"], words => Assert.Contains(words, mplus, StringComparison.Ordinal));
        Assert.DoesNotContain("[col1@", mplus, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Report_OfGroupsWithEqualThresholds_SaysWhatTheScriptsCannotExpress()
    {
        var (model, data) = (Repository.Fixture("lavaan", "ordinal", "s05_groups_thresholds", "model.lav"), Repository.Fixture("lavaan", "ordinal", "s05_groups_thresholds", "data.csv"));
        var run = await CommandRun.OfAsync("report", model, "--data", data, "--group", "g", "--ordered", "all", "--estimator", "ULSM", "--group-equal", "thresholds", "--out", files.PathOf("paper"));
        Assert.Equal(0, run.ExitCode);
        string Text(string file) => File.ReadAllText(Path.Combine(files.PathOf("paper"), file));
        Assert.Contains("before lavaan 0.7", Text("model.R"), StringComparison.Ordinal);
        Assert.Contains("intercepts of responses", Text("model.inp"), StringComparison.Ordinal);
        Assert.Contains("errors and test of ULSM, which Mplus does not have; ULSMV has the same", Text("model.inp").ReplaceLineEndings(" ").Replace("!  ", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Contains("scale of the response", Text("tables.md"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Report_Synthetic_SaysSoInEveryFile()
    {
        Assert.Equal(0, (await Report("--synthetic")).ExitCode);
        var written = Directory.EnumerateFiles(files.PathOf("paper")).Where(file => Path.GetFileName(file) != "SHA256SUMS" && Path.GetExtension(file) != ".pdf").ToArray();
        Assert.Contains(written, file => file.EndsWith(".docx", StringComparison.Ordinal));
        Assert.All(written, file => Assert.Contains("synthetic", Path.GetFileName(file) + Words(file), StringComparison.OrdinalIgnoreCase));
    }

    [Theory]
    [InlineData("synthetic: true\n", "made up", true)]
    [InlineData("", "These are real answers, not synthetic ones.", false)]
    public async Task Report_CodebookBesideTheData_SaysWhetherTheyAreSynthetic(string member, string about, bool isSynthetic)
    {
        var codebook = Path.ChangeExtension(files.Data, ".codebook.yaml");
        File.WriteAllText(codebook, $"title: t\nabout: {about}\n{member}columns: []\nscales: []\n");
        try
        {
            var run = await Report("--raw");
            Assert.True(run.ExitCode == 0, run.Error);
            Assert.Equal(isSynthetic, Text("tables.md").Contains("SYNTHETIC DATA", StringComparison.Ordinal));
        }
        finally
        {
            File.Delete(codebook);
        }
    }

    [Fact]
    public async Task Report_GroupsAndMissingValues_HaveTablesOfTheirOwn()
    {
        var run = await Report("--group", "school", "--missing", "fiml", "--group-equal", "loadings");
        Assert.True(run.ExitCode == 0, run.Error);
        Assert.All(["Measurement Model: Group a", "Measurement Model: Group b", "Analysed in group b"], words => Assert.Contains(words, Text("tables.md"), StringComparison.Ordinal));
        Assert.True(File.Exists(Path.Combine(files.PathOf("paper"), "paths-2.svg")));
    }

    [Fact]
    public async Task Report_CovariancesAlone_WritesWhatTheyTell()
    {
        var run = await CommandRun.OfAsync("report", files.Write("m.lav", ReportSamples.Mediation), "--cov", files.Covariances, "--n", "120", "--out", files.PathOf("paper"));
        Assert.True(run.ExitCode == 0, run.Error);
        Assert.Contains("Covariances were analysed", Text("tables.md"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("needs --bootstrap", "--ci", "bca")]
    [InlineData("--seed is needed", "--bootstrap", "10")]
    public async Task Report_BadOptions_AreRefusedAndNothingIsWritten(string words, params string[] options)
    {
        var run = await Report(options);
        Assert.Equal(2, run.ExitCode);
        Assert.Contains(words, run.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(files.PathOf("paper")));
    }

    [Fact]
    public async Task Report_FolderOfSomebodyElse_IsLeftAlone()
    {
        Directory.CreateDirectory(files.PathOf("paper"));
        File.WriteAllText(Path.Combine(files.PathOf("paper"), "mine.txt"), "mine");
        Assert.Equal(2, (await Report()).ExitCode);
        Assert.Single(Directory.EnumerateFiles(files.PathOf("paper")));
    }

    private string Text(string name) => File.ReadAllText(Path.Combine(files.PathOf("paper"), name));

    private Task<CommandRun> Report(params string[] options) =>
        CommandRun.OfAsync(["report", files.Write("m.lav", ReportSamples.Mediation), "--data", files.Data, "--out", files.PathOf("paper"), .. options]);

    // A file as it stands; of an Office file the parts in it.
    private static string Words(string file)
    {
        if (Path.GetExtension(file) is not (".docx" or ".xlsx"))
            return File.ReadAllText(file);
        using var zip = System.IO.Compression.ZipFile.OpenRead(file);
        return string.Concat(zip.Entries.Select(entry => new StreamReader(entry.Open()).ReadToEnd()));
    }
}
