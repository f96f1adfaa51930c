using System.Text.Json;
using Pathwise.Multiverse.Plans;
using Pathwise.Multiverse.Runs;
using Pathwise.Sem.Intervals;
using Xunit;

namespace Pathwise.Tests.Multiverse.Runs;

/// <summary>Universes drawn at random from three plans give what lavaan gives for them (tests/fixtures/lavaan/multiverse).</summary>
public sealed class LavaanUniversesTests
{
    private static readonly string[] Measures = ["chisq", "cfi", "rmsea", "srmr"];

    [Theory]
    [InlineData("political-democracy", 18)]
    [InlineData("executives", 42)]
    [InlineData("holzinger-swineford", 20)]
    public void Run_UniversesAtRandom_GiveTheNumbersOfLavaan(string plan, int count)
    {
        var prepared = PreparedMultiverse.Of(MultiversePlan.Read(Repository.Path("data", "multiverse", $"{plan}.yaml")), new());
        JsonElement[] expected = [.. Expected().Where(each => each.GetProperty("plan").GetString() == plan)];
        Assert.Equal(count, expected.Length);
        Assert.All(expected, each => Compare(each, Row(prepared, each.GetProperty("key").GetString()!)));
    }

    private static IEnumerable<JsonElement> Expected() =>
        File.ReadLines(Path.Combine(Repository.Fixture("lavaan", "multiverse"), "universes.jsonl")).Select(line => JsonDocument.Parse(line).RootElement);

    private static UniverseRow Row(PreparedMultiverse prepared, string key)
    {
        var fit = prepared.Fits.Single(universes => universes.Any(universe => universe.Key == key));
        return MultiverseRun.Outcome(prepared, fit).Rows.Single(row => row.Key == key);
    }

    private static void Compare(JsonElement expected, UniverseRow row)
    {
        Assert.Equal(expected.GetProperty("n").GetInt32(), row.Count);
        Assert.Equal(expected.GetProperty("npar").GetInt32(), row.ParameterCount);
        Assert.Equal(expected.GetProperty("df").GetInt32(), row.DegreesOfFreedom);
        Assert.Equal(row.DegreesOfFreedom == 0, row.Rmsea is null);

        // lavaan prints an RMSEA of 0 for a saturated model, which has none.
        double?[] own = [row.ChiSquare, row.Cfi, row.Rmsea ?? 0, row.Srmr];
        for (var i = 0; i < Measures.Length; i++)
            Near(Number(expected, Measures[i]), own[i], 1e-6);
        foreach (var effect in expected.GetProperty("effects").EnumerateArray())
        {
            var found = row.Effects.Named(effect.GetProperty("effect").GetString()!);
            Near(Number(effect, "est"), found.Value, 1e-6);
            Near(Number(effect, "se"), found.StandardError, 1e-6);
        }
    }

    // Relative, and absolute below one hundredth.
    private static void Near(double? expected, double? own, double share)
    {
        Assert.Equal(expected is null, own is null);
        if (expected is { } value)
            Assert.Equal(value, own!.Value, share * Math.Max(Math.Abs(value), 0.01));
    }

    private static double? Number(JsonElement of, string name) => of.GetProperty(name) is { ValueKind: JsonValueKind.Number } value ? value.GetDouble() : null;
}
