using Pathwise.Sem.Estimation;
using Pathwise.Sem.Evaluation;
using Pathwise.Sem.Specification;
using Pathwise.Surveys;
using Pathwise.Tables;
using Xunit;

namespace Pathwise.Tests.Cli.Options;

/// <summary>The options that say how a file of cases is read, in every command that reads one.</summary>
public sealed class DataArgumentsTests : IDisposable
{
    private const string Restricted = TwoFactorFiles.Model + "f ~~ 0*g\n";
    private const string Paths = "x3 ~ x2\nx2 ~ x1\n";

    private readonly TwoFactorFiles files = new();

    public static TheoryData<string, string> EveryCommand => new()
    {
        { "fit", "MODEL" }, { "compare", "MODEL RESTRICTED" }, { "effects", "PATHS" }, { "reliability", "MODEL" },
        { "power", "PATHS --n 50 --replicates 20 --seed 1" },
    };

    public void Dispose() => files.Dispose();

    [Theory]
    [MemberData(nameof(EveryCommand))]
    public async Task AnyCommand_DeclaredCode_IsLikeABlank(string command, string rest)
    {
        var blank = await RunAsync(command, rest, Holding(""));
        Assert.Equal((0, ""), (blank.ExitCode, blank.Error));
        foreach (var (written, declared) in ((string, string)[])[("-99", "-99"), ("-99.00", "n/a,-99"), (".", "."), ("#N/A", "#N/A"), ("na", "na")])
        {
            var coded = await RunAsync(command, $"{rest} --na {declared}", Holding(written));
            Assert.Equal((0, "", blank.Output), (coded.ExitCode, coded.Error, coded.Output));
        }
    }

    [Theory]
    [MemberData(nameof(EveryCommand))]
    public async Task AnyCommand_CodeThatNobodyDeclared_IsAskedFor(string command, string rest)
    {
        const string Question = "-99 lies far outside the other values of x1 (2 cases), and was taken as it stands. If it means a missing answer, give --na -99.";
        var table = await RunAsync(command, rest, Holding("-99"));
        Assert.Equal($"pathwise: note: {Question}\n", table.Error);
        var json = await RunAsync(command, rest + " --format json", Holding("-99"));
        Assert.Equal("", json.Error);
        Assert.Equal(Question, Assert.Single(json.Json.GetProperty("notes").EnumerateArray()).GetString());
    }

    [Theory]
    [MemberData(nameof(EveryCommand))]
    public async Task AnyCommand_CodebookBesideTheData_IsFollowedUnlessRaw(string command, string rest)
    {
        var (data, codebook) = Survey();
        var clean = await RunAsync(command, rest, data);
        Assert.Equal($"pathwise: note: {codebook} was applied: 100 of 120 cases are usable (left out: too young 20); reverse-keyed items (1) were recoded.\n", clean.Error);
        var byHand = await RunAsync(command, rest, CleanedByHand());
        Assert.Equal((0, byHand.Output), (clean.ExitCode, clean.Output));
        var named = await RunAsync(command, $"{rest} --codebook {codebook}", data);
        Assert.Equal((clean.Output, clean.Error), (named.Output, named.Error));

        var raw = await RunAsync(command, $"{rest} --raw", data);
        Assert.Equal($"pathwise: note: {codebook} describes {data} and was not applied, as --raw asks: every row was taken as it stands.\n", raw.Error);
        Assert.NotEqual(raw.Output, clean.Output);
        var json = await RunAsync(command, $"{rest} --format json", data);
        var cleaning = json.Json.GetProperty("cleaning");
        Assert.Equal((120, 100, "x2"), (cleaning.GetProperty("started").GetInt32(), cleaning.GetProperty("usable").GetInt32(), cleaning.GetProperty("recoded")[0].GetString()));
        Assert.Equal((0, false), ((await RunAsync(command, $"{rest} --raw --format json", data)) is var bare ? (bare.ExitCode, bare.Json.TryGetProperty("cleaning", out _)) : default));
    }

    [Fact]
    public async Task Power_CasesThatTheModelCannotUse_AreCounted()
    {
        var run = await RunAsync("power", "PATHS --n 50 --replicates 20 --seed 1", Holding(""));
        Assert.Contains("118 of 120 cases (left out: 2", run.Output, StringComparison.Ordinal);
        var json = await RunAsync("power", "PATHS --n 50 --replicates 20 --seed 1 --format json", Holding(""));
        Assert.Equal(2, json.Json.GetProperty("data").GetProperty("omitted").GetProperty("total").GetInt32());
    }

    [Fact]
    public async Task Fit_DataThatTheCodebookBesideDoesNotDescribe_SaysWhichCodebookAndHowToDoWithout()
    {
        var (_, codebook) = Survey();
        var data = Path.Combine(Path.GetDirectoryName(codebook)!, "survey.csv");
        File.WriteAllText(data, File.ReadAllText(files.Data));
        var run = await RunAsync("fit", "MODEL", data);
        Assert.Equal((2, ""), (run.ExitCode, run.Output));
        Assert.Contains("column 'adult' is missing", run.Error, StringComparison.Ordinal);
        Assert.Contains("--raw takes the rows as they stand", run.Error, StringComparison.Ordinal);
        Assert.Equal(0, (await RunAsync("fit", "MODEL --raw", data)).ExitCode);
        var both = await RunAsync("fit", $"MODEL --raw --codebook {codebook}", data);
        Assert.Equal(2, both.ExitCode);
        Assert.Contains("give one of them", both.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Compare_StudyAsItLies_IsTheComparisonOfUsableAnswers()
    {
        string[] models = [Repository.Path("data", "published", "s1-starting-model.lav"), Repository.Path("data", "published", "s1-final-model.lav")];
        var data = Repository.Path("data", "raw", "executives.csv");
        var run = await CommandRun.OfAsync(["compare", .. models, "--data", data, "--format", "json"]);
        var usable = SurveyData.Read(data).Clean().Data.Recode().Table;
        var restricted = ModelSpecification.Read(models[1]).Fit(usable).Indices();
        Oracle.Near(run.Json.GetProperty("restricted").GetProperty("chisq").GetDouble(), restricted.ChiSquare, 1e-12);
        Assert.Contains("92 of 114 cases are usable", run.Json.GetProperty("notes")[0].GetString(), StringComparison.Ordinal);
        Assert.True(run.Json.GetProperty("pvalue").GetDouble() > 0.05, "The direct path may go, as the study decided.");
    }

    [Theory]
    [InlineData("--na -99", "--na says how --data is read")]
    [InlineData("--skip-rows 2", "--skip-rows says how --data is read")]
    [InlineData("--codebook c.yaml", "--codebook says how --data is read")]
    [InlineData("--raw", "--raw says how --data is read")]
    public async Task Fit_OptionsOfDataWithCovariances_AreRefused(string option, string expected)
    {
        var run = await CommandRun.OfAsync(["fit", files.Write("m.lav", TwoFactorFiles.Model), "--cov", files.Covariances, "--n", "120", .. option.Split(' ')]);
        Assert.Equal(2, run.ExitCode);
        Assert.Contains(expected, run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--skip-rows two", "'two' is not the number of a row")]
    [InlineData("--codebook nowhere.yaml", "nowhere.yaml does not exist.")]
    public async Task Fit_OptionsThatCannotBeFollowed_AreRefused(string option, string expected)
    {
        var run = await RunAsync("fit", $"MODEL {option}", files.Data);
        Assert.Equal((2, ""), (run.ExitCode, run.Output));
        Assert.Contains(expected, run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Fit_CodesThatNoCellHolds_AreNamed()
    {
        var run = await RunAsync("fit", "MODEL --na -77,N/A", files.Data);
        Assert.Contains($"no cell of {files.Data} is -77 or N/A; texts", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Fit_GroupOfAMissingMark_IsAskedFor()
    {
        var rows = File.ReadAllLines(files.Data);
        var data = files.Write("groups.csv", string.Join('\n', rows.Select((row, i) => i is > 0 and < 13 ? row[..^1] + "." : row)));
        var run = await RunAsync("fit", "MODEL --group school", data);
        Assert.Contains("'.' stands as a text in school (12 cases)", run.Error, StringComparison.Ordinal);
        var declared = await RunAsync("fit", "MODEL --group school --na .", data);
        Assert.Equal((0, ""), (declared.ExitCode, declared.Error));
    }

    private Task<CommandRun> RunAsync(string command, string rest, string data)
    {
        var model = files.Write("m.lav", TwoFactorFiles.Model);
        var arguments = rest.Split(' ').Select(word => word switch
        {
            "MODEL" => model,
            "RESTRICTED" => files.Write("restricted.lav", Restricted),
            "PATHS" => files.Write("paths.lav", Paths),
            _ => word,
        });
        return CommandRun.OfAsync([command, .. arguments, "--data", data]);
    }

    // The first answer of two cases as written here.
    private string Holding(string text) => files.Write("holding.csv", string.Join('\n', File.ReadAllLines(files.Data).Select((row, i) =>
        i is 5 or 50 ? text + row[row.IndexOf(',', StringComparison.Ordinal)..] : row)));

    private (string Data, string Codebook) Survey()
    {
        var rows = Answers().Select((row, i) => $"{string.Join(',', row)},{(i % 6 == 0 ? "no" : "yes")}");
        var codebook = files.Write("survey.codebook.yaml", $$"""
            title: A survey
            about: made up
            columns:
              - { name: adult, kind: choice, text: of age, values: { yes: is, no: is not } }
            scales:
              - name: all
                title: All
                lowest: 1
                highest: 9
                items:
            {{string.Join('\n', Enumerable.Range(1, 6).Select(i => $"      - {{ name: x{i}, text: q, reversed: {(i == 2 ? "true" : "false")} }}"))}}
            cleaning:
              - { rule: requires, column: adult, value: yes, reason: too young }
            """);
        return (files.Write("survey.csv", "x1,x2,x3,x4,x5,x6,adult\n" + string.Join('\n', rows)), codebook);
    }

    private string CleanedByHand() => files.Write("by-hand.csv", "x1,x2,x3,x4,x5,x6\n" + string.Join('\n', Answers()
        .Where((_, i) => i % 6 != 0)
        .Select(row => string.Join(',', row.Select((answer, j) => j == 1 ? 10 - answer : answer)))));

    private IEnumerable<int[]> Answers() => files.Cases.Select(row => row.Select(value => Math.Clamp((int)Math.Round(5 + (1.5 * value)), 1, 9)).ToArray());
}
