using System.Text.Json;
using Xunit;

namespace Pathwise.Tests.Cli.Commands;

/// <summary>What <c>pathwise fit</c> prints against lavaan's results for the same model, data and options.</summary>
public sealed class FitParityTests
{
    private static readonly Dictionary<string, JsonElement> Cases = JsonDocument
        .Parse(File.ReadAllText(Repository.Fixture("lavaan", "cli", "cli.json")))
        .RootElement.EnumerateArray().ToDictionary(each => each.GetProperty("name").GetString()!);

    // Between the versions 0.6-14 (the oracle here) and 0.7 lavaan changed these: with Wishart likelihood and least squares
    // they are now of N - 1, with a mean structure GFI counts otherwise, and the robust ones are of another correction with missing values.
    private static readonly string[] ChangedSince = ["cn_", "mfi", "ecvi", "rmsea", "gfi_lisrel", "agfi_lisrel", "pgfi", "fmin", ".robust", "crmr_nomean", "rmr"];

    private readonly List<string> differences = [];

    public static TheoryData<string> Names => [.. Cases.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Fit_EveryModel_GivesLavaansNumbers(string name)
    {
        var expected = Cases[name];
        var run = await RunAsync(expected);
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        var json = run.Json;
        Assert.Equal(expected.GetProperty("npar").GetInt32(), json.GetProperty("npar").GetInt32());
        Assert.Equal(expected.GetProperty("nobs").ToString(), string.Concat(json.GetProperty("nobs").ToString().Where(letter => !char.IsWhiteSpace(letter))));
        CompareFit(expected.GetProperty("fit"), json.GetProperty("fit"));
        CompareRows(expected, json, "parameters", 1e-5, "est");
        CompareRows(expected, json, "parameters", 1e-4, "se", "z", "pvalue", "ci.lower", "ci.upper", "std.lv", "std.all");
        CompareRows(expected, json, "standardized", 1e-4, "est.std", "se");
        CompareRows(expected, json, "r2", 1e-5, "value");
        CompareRows(expected, json, "modindices", 1e-3, "mi", "epc", "sepc.lv", "sepc.all");
        Assert.Empty(differences);
    }

    private static async Task<CommandRun> RunAsync(JsonElement expected)
    {
        using var folder = new TwoFactorFiles();
        var model = folder.Write("model.lav", expected.GetProperty("model").GetString()!);
        var options = expected.GetProperty("cli").GetString()!.Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Select(word => word.EndsWith(".csv", StringComparison.Ordinal) ? Data(word) : word);
        var data = Data(expected.GetProperty("data").GetString() + ".csv");
        string[] cases = options.Contains("--cov") ? [] : ["--data", data];
        return await CommandRun.OfAsync(["fit", model, .. cases, .. options, "--modindices", "--format", "json"]);
    }

    private static string Data(string name) => Repository.Fixture("lavaan", "cli", "data", name);

    private void CompareFit(JsonElement expected, JsonElement actual)
    {
        foreach (var measure in expected.EnumerateObject().Where(each => !ChangedSince.Any(part => each.Name.Contains(part, StringComparison.Ordinal))))
        {
            // Pathwise has no incremental index of a model that is saturated, where lavaan writes 1.
            if (measure.Name is "tli" or "nnfi" or "rfi" && expected.GetProperty("df").GetDouble() == 0)
                continue;
            if (actual.TryGetProperty(measure.Name, out var value))
                Compare(measure.Name, measure.Value, value, 1e-5);
            else
                differences.Add($"{measure.Name} is missing");
        }
    }

    private void CompareRows(JsonElement expected, JsonElement actual, string list, double tolerance, params string[] fields)
    {
        var rows = actual.GetProperty(list).EnumerateArray().ToDictionary(Key);
        foreach (var row in expected.GetProperty(list).EnumerateArray())
        {
            // lavaan's minimiser leaves estimates further from the minimum the less certain they are.
            var error = Field(row, "se") is { ValueKind: JsonValueKind.Number } number ? number.GetDouble() : 0;
            if (!rows.TryGetValue(Key(row), out var own))
                differences.Add($"{list} has no {Key(row)}");
            else
                Array.ForEach(fields, field => Compare($"{list} {Key(row)} {field}", Field(row, field), Field(own, field), tolerance, 2e-4 * (field is "z" or "pvalue" ? 1 : error)));
        }
    }

    private void Compare(string what, JsonElement expected, JsonElement actual, double tolerance, double slack = 0)
    {
        if (expected.ValueKind == JsonValueKind.Null || actual.ValueKind == JsonValueKind.Null)
        {
            if (expected.ValueKind != actual.ValueKind)
                differences.Add($"{what}: expected {expected}, got {actual}");
            return;
        }

        var (first, second) = (expected.GetDouble(), actual.GetDouble());
        if (Math.Abs(first - second) > Math.Max(slack, tolerance * Math.Max(Math.Abs(first), 0.1)))
            differences.Add(FormattableString.Invariant($"{what}: expected {first:R}, got {second:R}"));
    }

    // A value that lavaan leaves out is written as a missing field.
    private static JsonElement Field(JsonElement row, string name) =>
        row.TryGetProperty(name, out var value) ? value : JsonDocument.Parse("null").RootElement;

    private static string Key(JsonElement row) => row.TryGetProperty("variable", out var variable)
        ? $"{variable} group {row.GetProperty("group")}"
        : $"{row.GetProperty("lhs")} {row.GetProperty("op")} {row.GetProperty("rhs")} group {row.GetProperty("group")}";
}
