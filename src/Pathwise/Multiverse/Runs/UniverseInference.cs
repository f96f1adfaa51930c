using Pathwise.Multiverse.Plans;
using Pathwise.Multiverse.Universes;
using Pathwise.Sem.Compiled;
using Pathwise.Sem.Effects;
using Pathwise.Sem.Estimation;
using Pathwise.Sem.Evaluation;
using Pathwise.Sem.Intervals;
using Pathwise.Sem.Resampling;

namespace Pathwise.Multiverse.Runs;

/// <summary>What universes that share a fit say of its effects. What several of them ask for is worked out once.</summary>
internal sealed class UniverseInference
{
    private readonly MultiversePlan plan;
    private readonly FittedUniverse fitted;
    private readonly BootstrapResult? bootstrap;
    private readonly EffectCatalogue? catalogue;
    private readonly ILookup<(ImproperRule, int?, double), IntervalKind> kinds;
    private readonly IReadOnlyList<string> names;
    private readonly Dictionary<(ImproperRule, int?, double), IReadOnlyList<EffectEstimate>> estimates = [];
    private readonly Lazy<PrincipalIndices?> indices;

    /// <param name="plan">The plan.</param>
    /// <param name="fitted">The fit.</param>
    /// <param name="bootstrap">Its bootstrap, or null.</param>
    /// <param name="universes">The universes that share it.</param>
    public UniverseInference(MultiversePlan plan, FittedUniverse fitted, BootstrapResult? bootstrap, IReadOnlyList<Universe> universes)
    {
        (this.plan, this.fitted, this.bootstrap) = (plan, fitted, bootstrap);
        catalogue = fitted.Fit is { } fit ? bootstrap?.Catalogue ?? EffectCatalogue.Of(fit.Table, fit.Structure.Latents) : null;
        kinds = universes.ToLookup(universe => Asked(universe.Setting), universe => Kind(universe.Setting));
        var known = catalogue?.Effects.Select(effect => effect.Name).ToHashSet() ?? [];
        names = [.. universes.SelectMany(universe => universe.Setting.Effects).Concat(plan.Base.Effects).Where(known.Contains).Distinct()];
        indices = new(() => fitted.Fit is { } found ? PrincipalIndices.Of(found) : null);
    }

    /// <summary>The line of a universe.</summary>
    public UniverseRow Row(Universe universe)
    {
        var row = new UniverseRow
        {
            Key = universe.Key, FitKey = universe.FitKey,
            Choices = [.. plan.Decisions.Select((decision, i) => new UniverseChoice(decision.Name, universe.Options[i].Name))],
            Type = universe.Type, IsReference = universe.IsReference, Status = fitted.Status, Reason = fitted.Reason, Count = fitted.Count,
        };
        return fitted.Fit is { } fit ? WithEstimates(row, universe.Setting, fit) : row with { Claims = [.. plan.Claims.Select((claim, i) => Unknown(claim, universe.Setting.Effects[i]))] };
    }

    /// <summary>The standardized effect of each claim in every resample, one claim after the other; NaN where there is none.</summary>
    public double[] Draws(UniverseSetting setting)
    {
        var all = new double[plan.Claims.Count * bootstrap!.Requested];
        Array.Fill(all, double.NaN);
        for (var claim = 0; claim < plan.Claims.Count; claim++)
        {
            var effect = Position(setting.Effects[claim]);
            for (var r = 0; r < bootstrap.Requested && effect >= 0; r++)
            {
                if (bootstrap.First.Status(r).HasConverged())
                    all[(claim * bootstrap.Requested) + r] = bootstrap.First.Effect(r, effect, isStandardized: true);
            }
        }

        return all;
    }

    private IntervalKind Kind(UniverseSetting setting) => setting.Interval ?? (bootstrap is null ? IntervalKind.Delta : IntervalKind.Percentile);

    private UniverseRow WithEstimates(UniverseRow row, UniverseSetting setting, FitResult fit)
    {
        var (kind, measures) = (Kind(setting), indices.Value!);
        var wanted = setting.Effects.Concat(plan.Base.Effects).ToHashSet();
        EffectEstimate[] effects =
        [
            .. from each in Estimates(setting)
               where wanted.Contains(each.Effect.Name)
               select each with { Intervals = [.. each.Intervals.Where(interval => interval.Kind == kind)] },
        ];
        return row with
        {
            ParameterCount = fit.Table.FreeCount, ChiSquare = measures.Test.Value, DegreesOfFreedom = measures.Test.DegreesOfFreedom,
            Cfi = measures.Cfi, Rmsea = measures.Rmsea, Srmr = measures.Srmr,
            Effects = effects,
            Claims = [.. plan.Claims.Select((claim, i) => Outcome(claim, setting, effects.FirstOrDefault(each => each.Effect.Name == setting.Effects[i]), setting.Effects[i]))],
            ReplicatesUsed = bootstrap is null ? null : Under(setting)!.Used,
        };
    }

    // What estimates with intervals of several kinds have in common.
    private static (ImproperRule Improper, int? Resamples, double Level) Asked(UniverseSetting setting) => (setting.Improper, setting.Resamples, setting.Level);

    private IReadOnlyList<EffectEstimate> Estimates(UniverseSetting setting)
    {
        var key = Asked(setting);
        if (!estimates.TryGetValue(key, out var found))
        {
            var options = new EffectOptions { Kinds = [.. kinds[key].Distinct().Order()], Effects = names, Level = setting.Level };
            estimates.Add(key, found = names.Count == 0 ? [] : fitted.Fit!.EstimateNamedEffects(options, Under(setting)));
        }

        return found;
    }

    // The first resamples alone, and a rule for improper ones.
    private BootstrapResult? Under(UniverseSetting setting)
    {
        if (bootstrap is null)
            return null;
        var all = bootstrap;
        if (setting.Resamples is { } count && count < bootstrap.Requested)
        {
            var first = new ReplicateTable(count, bootstrap.Catalogue).Continued(bootstrap.First);
            all = new(bootstrap.Fit, bootstrap.Options with { Replicates = count }, bootstrap.Catalogue, bootstrap.Replicates with { First = first }, bootstrap.Original);
        }

        return all.Under(setting.Improper);
    }

    private static ClaimOutcome Outcome(Claim claim, UniverseSetting setting, EffectEstimate? effect, string name)
    {
        if (effect is null)
            return Unknown(claim, "");
        var interval = effect.Intervals.FirstOrDefault(each => each.IsStandardized == setting.IsStandardized);
        var (value, error) = setting.IsStandardized ? (effect.Standardized, effect.StandardizedError) : (effect.Value, effect.StandardError);
        return new(claim.Name, name, value, error, interval?.PValue, interval?.Interval.Lower, interval?.Interval.Upper, claim.Holds(value, interval?.PValue, setting.Level));
    }

    private static ClaimOutcome Unknown(Claim claim, string effect) => new(claim.Name, effect.Length > 0 ? effect : null, null, null, null, null, null, null);

    private int Position(string name)
    {
        for (var i = 0; i < catalogue!.Effects.Count; i++)
        {
            if (catalogue.Effects[i].Name == name)
                return i;
        }

        return -1;
    }
}
