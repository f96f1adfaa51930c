using System.Text.Json;
using Pathwise.Multiverse.Plans;
using Pathwise.Multiverse.Runs;
using Pathwise.Sem.Intervals;
using Xunit;

namespace Pathwise.Tests.Multiverse.Runs;

/// <summary>
/// Universes in which scores stand for concepts, and some with a method factor, against R that makes the scores of the cases itself: each factor alone by lavaan, Thurstone's and Croon's formulas
/// written out there, alpha by psych, the model of concepts by lavaan (tests/fixtures/lavaan/scores).
/// </summary>
public sealed class ScoredTests
{
    [Theory]
    [InlineData("democracy", 21)]
    [InlineData("study", 36)]
    public void Run_ScoresOfEachKindByEachEstimator_GiveTheNumbersOfScoresMadeInR(string plan, int count)
    {
        var rows = MultiversePlan.Read(Path.Combine(Repository.Fixture("lavaan", "scores"), $"{plan}.yaml")).Run().Rows;
        JsonElement[] expected = [.. Expected().Where(each => each.GetProperty("plan").GetString() == plan)];
        Assert.Equal(count, expected.Length);
        Assert.Equal(count, rows.Count);
        Assert.All(expected, each => Compare(each, rows.Single(row => IsOf(row, each.GetProperty("choices")))));
    }

    private static IEnumerable<JsonElement> Expected() =>
        File.ReadLines(Path.Combine(Repository.Fixture("lavaan", "scores"), "universes.jsonl")).Select(line => JsonDocument.Parse(line).RootElement);

    private static bool IsOf(UniverseRow row, JsonElement choices) => row.Choices.All(choice => choices.GetProperty(choice.Decision).GetString() == choice.Option);

    // The largest difference is 3e-11.
    private static void Compare(JsonElement expected, UniverseRow row)
    {
        Assert.Equal(expected.GetProperty("n").GetInt32(), row.Count);
        Assert.Equal(expected.GetProperty("npar").GetInt32(), row.ParameterCount);
        Assert.Equal(expected.GetProperty("df").GetInt32(), row.DegreesOfFreedom);
        Near(expected.GetProperty("chisq").GetDouble(), row.ChiSquare);
        foreach (var effect in expected.GetProperty("effects").EnumerateArray())
        {
            var found = row.Effects.Named(effect.GetProperty("effect").GetString()!);
            Near(effect.GetProperty("est").GetDouble(), found.Value);
            Near(effect.GetProperty("se").GetDouble(), found.StandardError);
        }
    }

    // Relative, and absolute below one hundredth.
    private static void Near(double expected, double? own) => Assert.Equal(expected, own!.Value, 1e-8 * Math.Max(Math.Abs(expected), 0.01));
}
