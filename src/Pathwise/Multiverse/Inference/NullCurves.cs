using Pathwise.Parallel;
using Pathwise.Sem.Estimation;
using Pathwise.Sem.Resampling;
using Pathwise.Multiverse.Plans;

namespace Pathwise.Multiverse.Inference;

/// <summary>Curves of an effect under a forced null, from the universes in which it can be forced, and why it cannot in the others.</summary>
[TypeFormatterSource]
public sealed record NullCurves
{
    /// <summary>The tests of the curve of these universes; empty where there are none.</summary>
    public required IReadOnlyList<CurveTest> Tests { get; init => field = ValueList.Of(value); }

    /// <summary>How many universes could not be put under the null, by reason.</summary>
    public required IReadOnlyDictionary<string, int> LeftOut { get; init => field = ValueDictionary.Of(value); }

    /// <summary>How many universes took each branch of the null, its arrows joined by "and".</summary>
    public required IReadOnlyDictionary<string, int> Branches { get; init => field = ValueDictionary.Of(value); }

    /// <summary>
    /// Forces the null in each universe, draws the same of so many cases for all of them, fits each without the null, and tests the curve: raw effects, and
    /// z values by the delta method, so that tests do not depend on the bootstrap.
    /// </summary>
    internal static NullCurves Draw(IReadOnlyList<NullUniverse> universes, int dataCount, ClaimDirection sign, int replicates, long seed, int threads, CancellationToken cancellation = default)
    {
        var drawn = Pieces.Map(universes.Count, i => Universe(universes[i], dataCount, replicates, seed), threads, cancellation);
        Drawn[] used = [.. drawn.Where(each => each.WhyNot is null)];
        return new()
        {
            LeftOut = Counts(drawn.Select(each => each.WhyNot).OfType<string>()),
            Branches = Counts(used.Select(each => string.Join(" and ", each.Null!.Branches[each.Null.Chosen].Arrows) + " = 0")),
            Tests = CurveTest.Of(
                ([.. used.Select(each => each.Estimate)], [.. used.Select(each => each.Ratio)]),
                ([.. used.Select(each => each.Estimates)], [.. used.Select(each => each.Ratios)]), sign, CurveNull.Rotated),
        };
    }

    private static Drawn Universe(NullUniverse universe, int dataCount, int replicates, long seed)
    {
        if (universe.Fit is not { } fit || universe.Effect is not { } effect)
            return new(null, "no estimate", double.NaN, double.NaN, [], []);
        if (ForcedNull.TryOf(fit, effect, out var whyNot) is not { } forced)
            return new(null, whyNot!, double.NaN, double.NaN, [], []);
        var worker = new UniverseWorker(fit, forced.Catalogue, forced.Effect, forced.Cases, universe.Positions, dataCount);
        var ratio = worker.Ratio();
        if (double.IsNaN(ratio))
            return new(null, "no standard error", double.NaN, double.NaN, [], []);
        var (estimates, _, ratios) = worker.Draw(replicates, seed);
        var table = ReplicateTable.Of(fit, forced.Catalogue);
        return new(forced, null, table.Effect(0, forced.Effect, false), ratio, estimates, ratios);
    }

    private static SortedDictionary<string, int> Counts(IEnumerable<string> names) =>
        new(names.GroupBy(name => name).ToDictionary(group => group.Key, group => group.Count()), StringComparer.Ordinal);

    private sealed record Drawn(ForcedNull? Null, string? WhyNot, double Estimate, double Ratio, double[] Estimates, double[] Ratios);
}

/// <summary>A universe that is to be put under the null.</summary>
/// <param name="Fit">Its fit; null where it failed.</param>
/// <param name="Effect">The effect, by its name there; null where its model does not have it.</param>
/// <param name="Positions">Where each case of its sample stands among the cases that are drawn from.</param>
internal sealed record NullUniverse(FitResult? Fit, string? Effect, IReadOnlyList<int> Positions);
