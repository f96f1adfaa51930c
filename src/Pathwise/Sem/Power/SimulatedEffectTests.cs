using Pathwise.Sem.Effects;
using Pathwise.Sem.Estimation;
using Pathwise.Sem.Intervals;
using Pathwise.Sem.Mediation;
using Pathwise.Sem.Resampling;

namespace Pathwise.Sem.Power;

/// <summary>
/// The tests of indirect effects, and of the direct paths beside them, that a study counts, always in the same order: of direct paths those by the delta method come before those by draws.
/// </summary>
internal sealed class SimulatedEffectTests
{
    private readonly EffectOptions options;
    private readonly bool hasDraws;
    private readonly double alpha;

    /// <summary>What a study counts of a model with these effects.</summary>
    /// <exception cref="InputException">The model has no effect that could be tested.</exception>
    public SimulatedEffectTests(EffectCatalogue catalogue, PowerOptions study)
    {
        options = new() { Tests = study.IndirectTests, Effects = study.Effects, Level = study.Level, Equivalence = study.Equivalence };
        (hasDraws, alpha) = (study.HasDraws, 1 - study.Level);
        IndirectRows = [.. MediationTests.Tested(catalogue, options)];
        Pairs = study.Equivalence is null ? [] : [.. DirectPathEquivalences.Pairs(catalogue, options)];
        if (study.IndirectTests.Count > 0 && IndirectRows.Count == 0)
            throw new InputException("There is no indirect effect to test among the effects of this study.");
    }

    /// <summary>The tests of indirect effects, which are first: effects by their places in the catalogue.</summary>
    public IReadOnlyList<(int Effect, MediationTestKind Kind)> IndirectRows { get; }

    /// <summary>The sums of indirect effects beside which direct paths are tested.</summary>
    public IReadOnlyList<EffectEntry> Pairs { get; }

    /// <summary>How many tests there are.</summary>
    public int Count => IndirectRows.Count + (Pairs.Count * (hasDraws ? 2 : 1));

    /// <summary>The place of the direct effect beside an indirect one in a catalogue; -1 where the model has none.</summary>
    public static int Direct(EffectCatalogue catalogue, Effect indirect) =>
        catalogue.Effects.ToList().FindIndex(each => each.Kind == EffectKind.Direct && DirectPathEquivalences.IsOf(each, indirect));

    /// <summary>Writes what each decides of a fit and its bootstrap, which is there where a study has draws.</summary>
    public void Write(FitResult fit, BootstrapResult? bootstrap, Span<SimulatedDecision> target)
    {
        var k = 0;
        if (IndirectRows.Count > 0)
        {
            foreach (var test in fit.TestIndirectEffects(options, bootstrap))
                target[k++] = new(test.PValue is { } p ? p < alpha : null, test.Why);
        }

        foreach (var draws in Pairs.Count == 0 ? [] : hasDraws ? [null, bootstrap] : (BootstrapResult?[])[null])
        {
            foreach (var row in fit.TestDirectPaths(options, draws))
                target[k++] = new(row.IsNegligible, row.Why);
        }
    }

    /// <summary>What samples show of the tests of indirect effects; first is the place of the first of all tests.</summary>
    public IEnumerable<IndirectTestPower> Indirect(EffectCatalogue catalogue, PowerSums sums, int first) => IndirectRows.Select((each, k) =>
    {
        var found = sums.Decisions(first + k);
        return new IndirectTestPower(catalogue.Effects[each.Effect], each.Kind, sums.Truth(each.Effect), found.Count, found.Share) { Without = found.Without };
    });

    /// <summary>What samples show of the direct paths.</summary>
    public IEnumerable<DirectPathPower> DirectPaths(EffectCatalogue catalogue, PowerSums sums, int first) =>
        from round in Enumerable.Range(0, hasDraws ? 2 : 1)
        from k in Enumerable.Range(0, Pairs.Count)
        let pair = Pairs[k].Effect
        let found = sums.Decisions(first + IndirectRows.Count + (round * Pairs.Count) + k)
        let place = Direct(catalogue, pair)
        select new DirectPathPower(pair.Cause, pair.Outcome, options.Equivalence!.Value, round == 1, place < 0 ? 0 : sums.Truth(catalogue.Entries.Count + place), found.Count, found.Share) { Without = found.Without };
}
