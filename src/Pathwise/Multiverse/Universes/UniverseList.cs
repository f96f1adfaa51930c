using System.Text.Json.Nodes;
using Pathwise.Multiverse.Plans;

namespace Pathwise.Multiverse.Universes;

/// <summary>All universes of a plan on data of a known content.</summary>
internal static class UniverseList
{
    /// <summary>The universes, in the order in which they are run.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="data">What the keys say of the data.</param>
    /// <param name="reversed">The items that a codebook calls reversed.</param>
    /// <exception cref="InputException">Options cannot be followed together, or two combinations give the same analysis; the message names the line.</exception>
    public static IReadOnlyList<Universe> Of(MultiversePlan plan, JsonObject data, IReadOnlyList<string> reversed)
    {
        var (settings, keys) = (new UniverseSettings(plan, reversed), new UniverseKeys(data));
        var combinations = Combinations.Of(plan);
        var universes = new Universe[combinations.Count];
        for (var i = 0; i < universes.Length; i++)
            universes[i] = Made(plan, combinations[i], settings, keys);
        RequireDistinct(plan, universes);
        return universes;
    }

    private static Universe Made(MultiversePlan plan, IReadOnlyList<DecisionOption> options, UniverseSettings settings, UniverseKeys keys)
    {
        var setting = settings.Of(options);
        var fit = keys.Fit(setting);
        return new()
        {
            Key = UniverseKeys.Whole(fit, setting), FitKey = fit, Options = options,
            Type = Combinations.Type(plan, options), IsReference = options.All(option => option.IsReference), Setting = setting,
        };
    }

    private static void RequireDistinct(MultiversePlan plan, Universe[] universes)
    {
        var met = new Dictionary<string, Universe>(universes.Length);
        foreach (var universe in universes)
        {
            if (met.TryAdd(universe.Key, universe))
                continue;
            var other = met[universe.Key];
            var differing = Enumerable.Range(0, plan.Decisions.Count).Where(i => !ReferenceEquals(universe.Options[i], other.Options[i])).ToList();
            throw PlanChecks.Refusal(plan, universe.Options[differing[0]].Line, $"two universes are the same analysis: {Words(plan, other, differing)}, and {Words(plan, universe, differing)}; say under 'when' which of them is possible.");
        }
    }

    private static string Words(MultiversePlan plan, Universe universe, List<int> decisions) =>
        string.Join(", ", decisions.Select(i => $"{plan.Decisions[i].Name} = {universe.Options[i].Name}"));
}
