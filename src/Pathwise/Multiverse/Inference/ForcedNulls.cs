using System.Text.Json;
using Pathwise.Json;
using Pathwise.Multiverse.Plans;
using Pathwise.Multiverse.Runs;
using Pathwise.Parallel;
using Pathwise.Tables;

namespace Pathwise.Multiverse.Inference;

/// <summary>The tests of all claims' curves under a forced null, with what they rest on; kept in a folder of results as <c>null.json</c>.</summary>
[TypeFormatterSource]
public sealed record ForcedNulls
{
    private const string FileName = "null.json";

    /// <summary>Curves drawn for each claim.</summary>
    public required int Replicates { get; init; }

    /// <summary>The seed of the draws.</summary>
    public required long Seed { get; init; }

    /// <summary>The claims, by name, with their curves.</summary>
    public required IReadOnlyDictionary<string, NullCurves> Claims { get; init => field = ValueDictionary.Of(value); }

    /// <summary>The curves of a claim, or null.</summary>
    public NullCurves? Of(Claim claim)
    {
        ArgumentNullException.ThrowIfNull(claim);
        return Claims.GetValueOrDefault(claim.Name);
    }

    /// <summary>Forces the null of every claim in every fit of type E; row rules stay as they fell in the sample.</summary>
    internal static ForcedNulls Draw(PreparedMultiverse prepared, MultiverseResult result, int replicates, CancellationToken cancellation = default)
    {
        // The streams of the bootstrap are not drawn from twice.
        var seed = prepared.Options.Seed + 1_000_003;
        var places = prepared.Pool.Index().ToDictionary(each => each.Item, each => each.Index);
        var fits = Fits(prepared);
        var fitted = Pieces.Map(fits.Count, i => prepared.Fitting.Fit(prepared.Universes[fits[i]].Setting), prepared.Options.Threads, cancellation);
        var claims = result.Plan.Claims.Index().ToDictionary(
            claim => claim.Item.Name,
            claim => NullCurves.Draw(
                [.. fitted.Select((each, i) => new NullUniverse(each.Fit, result.Rows[fits[i]].Claims[claim.Index].Effect, Positions(each, places)))],
                prepared.Pool.Length, claim.Item.Direction, replicates, seed, prepared.Options.Threads, cancellation));
        return new() { Replicates = replicates, Seed = seed, Claims = claims };
    }

    /// <summary>The tests that a folder holds, or null.</summary>
    public static ForcedNulls? Read(string folder)
    {
        var path = Path.Combine(folder, FileName);
        if (!File.Exists(path))
            return null;
        using var document = JsonDocument.Parse(FileText.Read(path));
        var root = document.RootElement;
        return new()
        {
            Replicates = root.GetProperty("replicates").GetInt32(),
            Seed = root.GetProperty("seed").GetInt64(),
            Claims = root.GetProperty("claims").EnumerateArray().ToDictionary(each => each.GetProperty("claim").GetString()!, Curves),
        };
    }

    /// <summary>Writes them into a folder.</summary>
    internal void Write(string folder) => OutputFile.Write(Path.Combine(folder, FileName), writer => JsonOutput.Write(writer, json =>
    {
        json.WriteNumber("replicates", Replicates);
        json.WriteNumber("seed", Seed);
        json.Rows("claims", Claims.OrderBy(claim => claim.Key, StringComparer.Ordinal), claim =>
        {
            json.WriteString("claim", claim.Key);
            json.Object("branches", () => Counts(json, claim.Value.Branches));
            json.Object("leftOut", () => Counts(json, claim.Value.LeftOut));
            json.Rows("tests", claim.Value.Tests, test => InferenceJson.WriteTest(json, test));
        });
    }));

    private static List<int> Fits(PreparedMultiverse prepared)
    {
        var (first, next) = (new List<int>(), 0);
        foreach (var fit in prepared.Fits)
        {
            if (MultiverseRun.HasDraws(fit))
                first.Add(next);
            next += fit.Count;
        }

        return first;
    }

    private static int[] Positions(FittedUniverse universe, Dictionary<int, int> places) => universe.Fit is not { } fit ? []
        : [.. (fit.Sample[0].Origin?.Positions ?? [.. Enumerable.Range(0, fit.Sample[0].Count)]).Select(position => places[universe.Rows.Kept[position]])];

    private static void Counts(Utf8JsonWriter json, IReadOnlyDictionary<string, int> counts)
    {
        foreach (var (name, count) in counts)
            json.WriteNumber(name, count);
    }

    private static NullCurves Curves(JsonElement claim) => new()
    {
        Branches = claim.GetProperty("branches").EnumerateObject().ToDictionary(each => each.Name, each => each.Value.GetInt32()),
        LeftOut = claim.GetProperty("leftOut").EnumerateObject().ToDictionary(each => each.Name, each => each.Value.GetInt32()),
        Tests = [.. claim.GetProperty("tests").EnumerateArray().Select(Test)],
    };

    private static CurveTest Test(JsonElement test) => new()
    {
        Statistic = Enum.GetValues<CurveStatistic>().Single(each => each.Text() == test.GetProperty("statistic").GetString()),
        Null = CurveNull.Rotated,
        Value = test.GetProperty("value").GetDouble(),
        PValue = test.GetProperty("pvalue") is { ValueKind: JsonValueKind.Number } p ? p.GetDouble() : null,
        Replicates = test.GetProperty("replicates").GetInt32(),
        Universes = test.GetProperty("universes").GetInt32(),
    };
}
