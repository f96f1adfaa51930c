using Pathwise.Analyses;
using Pathwise.Cli.Commands;
using Xunit;

namespace Pathwise.Tests.Cli.Options;

/// <summary>Analyses that commands keep and take up again.</summary>
public sealed class AnalysisArgumentsTests : IDisposable
{
    private const string Paths = "x3 ~ x2\nx2 ~ x1\n";

    // Options without a part in what is computed, each with its reason.
    private static readonly Dictionary<string, string> NoPart = new()
    {
        ["--threads"] = "changes no digit",
        ["--resume"] = "the same bits, however often it was begun",
        ["--format"] = "form of the output",
        ["--modindices"] = "shows more of the same fit",
        ["--residuals"] = "shows more of the same fit",
        ["--scores"] = "shows more of the same fit",
        ["--histogram"] = "a picture of the same draws",
        ["--figure"] = "a picture of the same study",
        ["--analysis"] = "where the analysis comes from",
        ["--write-analysis"] = "where the analysis goes to",
        ["--means"] = "belongs to --cov, tested there",
        ["--ordered"] = "is of other models, tested in OrderedFitCommandTests",
        ["--parameterization"] = "is of ordered variables, tested in OrderedFitCommandTests",
        ["--zero-add"] = "is of ordered variables, tested in OrderedFitCommandTests",
        ["--cov"] = "takes the place of --data, tested there",
        ["--coding"] = "is of categorical variables, tested in ModerationCommandTests",
        ["--moderator"] = "is of models with products, tested in ModerationCommandTests",
        ["--at"] = "belongs to --moderator, tested there",
        ["--process"] = "stands for the text of a model, tested in ModerationCommandTests",
        ["--x"] = "belongs to --process",
        ["--m"] = "belongs to --process",
        ["--y"] = "belongs to --process",
        ["--w"] = "belongs to --process",
        ["--z"] = "belongs to --process",
        ["--covariates"] = "belongs to --process",
        ["--sam"] = "is of models with latent variables, tested in SamCommandTests",
        ["--mm-list"] = "belongs to --sam",
        ["--m-method"] = "belongs to --sam",
        ["--alpha-correction"] = "belongs to --sam",
        ["--lambda-correction"] = "belongs to --sam",
        ["--plot"] = "a picture of the same draws",
        ["--shard"] = "a part of the same draws",
        ["--out"] = "where a part of the draws goes to",
    };

    // A value of each option that is not its default, and what must stand beside it.
    private static readonly Dictionary<string, string> Values = new()
    {
        ["--data"] = "OTHER", ["--na"] = "-9", ["--skip-rows"] = "3", ["--codebook"] = "CODEBOOK", ["--raw"] = "", ["--group"] = "school",
        ["--group-equal"] = "regressions --group school", ["--group-partial"] = "x3~x2 --group school", ["--compare-groups"] = "--group school", ["--tests"] = "joint,sobel", ["--equivalence"] = "0.2", ["--rbm"] = "explicit", ["--bounds"] = "wide", ["--ridge"] = "0.1", ["--center"] = "mean", ["--estimator"] = "MLR", ["--likelihood"] = "wishart", ["--missing"] = "fiml", ["--auxiliary"] = "x5 --missing two.stage", ["--defaults"] = "growth",
        ["--meanstructure"] = "", ["--std-lv"] = "", ["--orthogonal"] = "", ["--fixed-x"] = "false", ["--information"] = "observed",
        ["--bootstrap"] = "30", ["--seed"] = "7", ["--improper"] = "drop", ["--resampling"] = "parametric", ["--bollen-stine"] = "20",
        ["--ci"] = "percentile,basic", ["--standardized"] = "", ["--level"] = "0.9", ["--effect"] = "x1=>x3", ["--n"] = "60", ["--replicates"] = "25", ["--power"] = "0.7",
        ["--fit-tests"] = "", ["--answers"] = "skewed", ["--left-out"] = "direct-path:1", ["--set"] = "x2~x1=0.1", ["--parameters"] = "",
    };

    private readonly TwoFactorFiles files = new();

    public void Dispose() => files.Dispose();

    public static TheoryData<string, string> EveryCommand => new()
    {
        { "fit", "PATHS --estimator MLR --meanstructure --group school --group-equal regressions" },
        { "reliability", "MODEL --std-lv --na -99" },
        { "effects", "PATHS --bootstrap 40 --seed 3 --ci percentile,bca,montecarlo --level 0.9 --standardized --bollen-stine 20 --improper drop" },
        { "power", "PATHS --n 50,60 --replicates 20 --seed 1 --effect EFFECT --effect PATH --power 0.7 --fit-tests --answers seven --tests joint,sobel --equivalence 0.3 --set x2~x1=0.2 --rbm implicit --parameters" },
    };

    [Theory]
    [MemberData(nameof(EveryCommand))]
    public async Task AnyCommand_WithTheAnalysisItWrote_PrintsTheSameBytes(string command, string rest)
    {
        var kept = files.PathOf("kept.json");
        foreach (var form in (string[])["table", "json"])
        {
            var first = await RunAsync(command, $"{rest} --data DATA --format {form} --write-analysis {kept}");
            Assert.Equal(0, first.ExitCode);
            var again = await CommandRun.OfAsync(command, "--analysis", kept, "--format", form);
            Assert.Equal(first, again);
        }

        var json = await CommandRun.OfAsync(command, "--analysis", kept, "--format", "json");
        Assert.Equal(Analysis.Read(kept).Key, json.Json.GetProperty("analysis").GetProperty("key").GetString());
    }

    [Theory]
    [InlineData("fit", "PATHS --data DATA")]
    [InlineData("effects", "PATHS --data DATA --bootstrap 25 --seed 2 --ci percentile")]
    [InlineData("power", "PATHS --data DATA --n 50 --replicates 20 --seed 1 --ci percentile --bootstrap 20 --effect PATH")]
    public async Task AnyCommand_EveryOption_HasAPartInTheKeyOrAReason(string command, string rest)
    {
        var kept = files.PathOf("kept.json");
        var first = await RunAsync(command, $"{rest} --format json --write-analysis {kept}");
        var key = Key(first);
        var created = command switch { "fit" => FitCommand.Create(), "effects" => EffectsCommand.Create(), _ => PowerCommand.Create() };
        foreach (var option in created.Options.Where(option => !NoPart.ContainsKey(option.Name) && !(command != "power" && option.Name == "--n")))
        {
            Assert.True(Values.ContainsKey(option.Name), $"{option.Name} has neither a value here nor a reason why it has no part in the key.");
            if (option.Name == "--raw")
                continue;
            var value = Values[option.Name];
            var beside = await RunAsync(command, $"--analysis {kept} {option.Name} {value} --format json".Replace("  ", " ", StringComparison.Ordinal));
            Assert.True(beside.ExitCode is 0 or 3, $"{option.Name}: {beside.Error}");
            Assert.True(key != Key(beside), $"{option.Name} has no part in the key.");
        }
    }

    [Fact]
    public async Task Fit_OfMoments_IsKeptAsCasesAre()
    {
        var kept = files.PathOf("kept.json");
        var means = files.Write("means.csv", "x1,x2,x3,x4,x5,x6\n1,2,3,4,5,6\n");
        var first = await RunAsync("fit", $"MODEL --cov {files.Covariances} --n 120 --means {means} --format json --write-analysis {kept}");
        Assert.Equal(first, await CommandRun.OfAsync("fit", "--analysis", kept, "--format", "json"));
        var more = await CommandRun.OfAsync("fit", "--analysis", kept, "--n", "130", "--format", "json");
        Assert.Equal(130, more.Json.GetProperty("nobs")[0].GetInt32());
        Assert.NotEqual(Key(first), Key(more));
        var cases = await RunAsync("fit", $"--analysis {kept} --data DATA --format json");
        Assert.Equal(Key(await RunAsync("fit", "MODEL --data DATA --format json")), Key(cases));
    }

    [Fact]
    public async Task Fit_SurveyWithCodebook_KeepsItsRules()
    {
        var data = Repository.Path("data", "raw", "executives.csv");
        var kept = files.PathOf("kept.json");
        var model = Repository.Path("data", "published", "s1-final-model.lav");
        var first = await CommandRun.OfAsync("fit", model, "--data", data, "--write-analysis", kept);
        Assert.Equal(6, Analysis.Read(kept).Cases!.Cleaning.Count);
        Assert.Equal(first, await CommandRun.OfAsync("fit", "--analysis", kept));

        // A rule taken out of the file is a rule that is not followed.
        var lenient = files.Write("lenient.json", System.Text.RegularExpressions.Regex.Replace(await File.ReadAllTextAsync(kept), "\\{[^{}]*\"varied\"[^{}]*\\},", ""));
        var run = await CommandRun.OfAsync("fit", "--analysis", lenient, "--format", "json");
        Assert.True(run.Json.GetProperty("nobs")[0].GetInt32() > 92);
        var raw = await CommandRun.OfAsync("fit", "--analysis", kept, "--raw", "--format", "json");
        Assert.False(raw.Json.TryGetProperty("cleaning", out _));
        Assert.NotEqual(Key(run), Key(raw));
    }

    [Fact]
    public async Task AnyCommand_AnalysisThatCannotBeFollowed_IsRefusedInALine()
    {
        var kept = files.PathOf("kept.json");
        await RunAsync("fit", $"PATHS --data DATA --write-analysis {kept}");
        foreach (var (args, expected) in ((string[], string)[])
        [
            (["fit", "--analysis", files.PathOf("none.json")], "none.json does not exist"),
            (["fit", "--analysis", files.Data], "cannot be read as JSON"),
            (["fit"], "MODEL is missing"),
            (["power", "--analysis", kept], "is not the analysis of a power study"),
            (["fit", "--analysis", kept, "--write-analysis", "/proc/nowhere.json"], "/proc/nowhere.json"),
            (["effects", "--analysis", kept, "--ci", "bca"], "--ci bca needs --bootstrap N"),
            (["effects", "--analysis", kept, "--ci", "montecarlo"], "--seed is needed"),
        ])
        {
            var run = await CommandRun.OfAsync(args);
            Assert.Equal((2, ""), (run.ExitCode, run.Output));
            Assert.Contains(expected, Assert.Single(run.Error.TrimEnd('\n').Split('\n')), StringComparison.Ordinal);
        }

        await File.AppendAllTextAsync(files.Data, "\n1,2,3,4,5,6,a\n");
        var changed = await CommandRun.OfAsync("fit", "--analysis", kept);
        Assert.Equal(2, changed.ExitCode);
        Assert.Contains($"{kept}, data.sha256: {files.Data} has the checksum", changed.Error, StringComparison.Ordinal);
    }

    private static string? Key(CommandRun run) => run.Json.GetProperty("analysis").GetProperty("key").GetString();

    private Task<CommandRun> RunAsync(string command, string rest) => CommandRun.OfAsync([command, .. rest.Split(' ').Select(word => word switch
    {
        "PATHS" => files.Write("paths.lav", Paths),
        "MODEL" => files.Write("m.lav", TwoFactorFiles.Model),
        "EFFECT" => "x2 -> x3",
        "PATH" => "x1 -> x2 -> x3",
        "x1=>x3" => "x1 -> x2",
        "DATA" => files.Data,
        "OTHER" => files.Write("other.csv", File.ReadAllText(files.Data) + "\n0.1,0.2,0.3,0.4,0.5,0.6,a\n"),
        "CODEBOOK" => files.Write("book.yaml", "title: t\nabout: a\ncolumns:\n" + string.Concat(new[] { "x1", "x2", "x3", "x4", "x5", "x6" }.Select(name => $"  - {{ name: {name}, kind: number, text: t }}\n")) + "  - { name: school, kind: text, text: t }\n"),
        _ => word,
    })]);
}
