using Pathwise.Numerics;
using Pathwise.Sem.Compiled;
using Pathwise.Sem.Effects;
using Pathwise.Sem.Estimation;
using Pathwise.Sem.Inference;
using Pathwise.Sem.Resampling;
using Pathwise.Sem.Specification;
using Pathwise.Shards;

namespace Pathwise.Sem.Influence;

/// <summary>The whole of a search, stage by stage.</summary>
internal sealed class InfluenceStudy
{
    private readonly FitResult fit;
    private readonly InfluenceOptions options;
    private readonly IReadOnlyList<CaseName> names;
    private readonly EffectCatalogue catalogue;
    private readonly DropTargets targets;
    private readonly OmissionTeam team;
    private readonly Omission all;
    private readonly int most;
    private readonly double critical;
    private readonly DropHunt[] hunts;

    public InfluenceStudy(FitResult fit, InfluenceOptions options, IReadOnlyList<CaseName> names)
    {
        (this.fit, this.options, this.names) = (fit, options, names);
        catalogue = EffectCatalogue.Of(fit.Table, fit.Structure.Latents);
        targets = new DropTargets(catalogue, options.Effect, options.Rule);
        team = new OmissionTeam(fit, catalogue, targets, options.Threads);
        all = GeneralOmissions.Of(fit, catalogue, targets);
        most = InfluenceRequirements.Most(fit.CaseCount, fit.Sample[0].Names.Count, options);
        critical = NormalDistribution.Quantile((1 + options.Level) / 2);
        var ofEffects = targets.Entries.SelectMany((_, target) => DropAim.OfEffect(all, target, critical));
        var ofModel = fit.Method.HasChiSquare && fit.ScaledTest() is not { AdjustedDegrees: not null } ? DropAim.OfModel(all, fit.DegreesOfFreedom(), options.Level) : null;
        hunts = [.. ofEffects.Concat(ofModel is null ? [] : [ofModel]).Select(aim => new DropHunt(aim))];
    }

    private bool IsImproper => all.Status != FitStatus.Proper;

    /// <summary>Draws the samples of the references that a shard lacks.</summary>
    public void DrawReferences(ReferenceShard drawn, Shard shard, IProgress<BootstrapProgress>? progress, CancellationToken cancellation)
    {
        var references = References();
        foreach (var kind in Enum.GetValues<ReferenceKind>().TakeWhile(_ => !cancellation.IsCancellationRequested))
            references.Draw(kind, drawn, shard, progress, cancellation);
    }

    /// <summary>Every stage in its order; on cancellation those that were done. What was drawn of the references before is not drawn again.</summary>
    public InfluenceResult Execute(ReferenceShard? drawn, IProgress<BootstrapProgress>? progress, CancellationToken cancellation)
    {
        var alone = team.WithValues([.. Enumerable.Range(0, fit.CaseCount).Select(i => new[] { i })]);
        var cases = new LeaveOneOut(fit, catalogue, targets.Entries[0]).Rows(names, alone, options.HasOneStep, options.Threads);
        var paths = Search(cancellation);
        var enumerated = new SetEnumeration(team.Fit, fit.CaseCount, most, IsImproper, progress).Run(hunts, options.Budget, cancellation);
        var effects = targets.Effects.Select((_, target) => Drops(target, paths)).ToList();
        return new()
        {
            Options = options,
            Count = fit.CaseCount,
            Effect = effects[0],
            Others = [.. effects.Skip(1)],
            Model = Model(),
            Cases = cases,
            Parameters = Parameters(),
            Effects = catalogue.Effects,
            Path = team.Path,
            Search = Counts(enumerated),
            References = [.. References(drawn ?? new(options.ReferenceSamples), progress, cancellation)],
            IsImproper = IsImproper,
            IsComplete = !cancellation.IsCancellationRequested,
        };
    }

    // Claims that lie in one direction share a way.
    private Dictionary<DropDirection, IReadOnlyList<(int Case, Omission Fit)>> Search(CancellationToken cancellation)
    {
        var search = new GreedySearch(team.Fit, fit.CaseCount, most, IsImproper);
        return hunts.GroupBy(hunt => hunt.Aim.Direction).ToDictionary(group => group.Key, group => search.Follow(all, [.. group], cancellation));
    }

    private IEnumerable<DropReference> References(ReferenceShard drawn, IProgress<BootstrapProgress>? progress, CancellationToken cancellation)
    {
        if (options.ReferenceSamples == 0 || cancellation.IsCancellationRequested)
            return [];
        var references = References();
        return Enum.GetValues<ReferenceKind>().SelectMany(kind => references.Draw(kind, drawn, progress, cancellation));
    }

    private DropReferences References()
    {
        var asked = hunts.Where(hunt => hunt.Aim is { Claim: DropClaim.Sign or DropClaim.Significance, Direction.Target: 0 }).ToList();
        return new(fit, team, asked, options, most, IsImproper);
    }

    private EffectDrops Drops(int target, Dictionary<DropDirection, IReadOnlyList<(int Case, Omission Fit)>> paths)
    {
        var (measure, effect) = (all.Measures[target], targets.Effects[target]);
        var own = hunts.Where(hunt => hunt.Aim.Claim != DropClaim.Rejection && hunt.Aim.Direction.Target == target).ToList();
        var way = own.Find(hunt => hunt.Aim.Claim == DropClaim.Significance) ?? own[0];
        return new()
        {
            Effect = effect,
            Estimate = measure.Value,
            StandardError = Finite(measure.Error),
            Statistic = Finite(measure.Statistic),
            IsSignificant = Math.Abs(measure.Statistic) > critical,
            Drops = [.. own.Select(hunt => Dropped(hunt, effect.Name))],
            Path = [new(0, null, measure.Value, Finite(measure.Error)), .. paths[way.Aim.Direction].Select((step, i) => Step(i + 1, step.Case, step.Fit.Measures[target]))],
        };
    }

    private DropStep Step(int count, int gone, DropMeasure measure) => new(count, names[gone], measure.Value, Finite(measure.Error));

    private DroppedCases Dropped(DropHunt hunt, string? effect) => new()
    {
        Claim = hunt.Aim.Claim,
        Count = hunt.Set?.Length,
        Cases = [.. (hunt.Set ?? []).Select(i => names[i])],
        IsExact = hunt.Set is { } set && set.Length <= hunt.AtLeast,
        AtLeast = hunt.AtLeast,
        GreedyCount = hunt.GreedyCount,
        ImproperCount = hunt.ImproperCount is { } improper && improper < (hunt.Set?.Length ?? int.MaxValue) ? improper : null,
        Confirmation = hunt.Set is { } found ? DropConfirming.Of(fit, found, hunt.Aim, effect, options) : null,
    };

    private ModelDrops Model()
    {
        var test = fit.ScaledTest() ?? fit.Test();
        var hunt = Array.Find(hunts, each => each.Aim.Claim == DropClaim.Rejection);
        return new(test.Value ?? 0, test.DegreesOfFreedom, test.PValue, hunt is null ? null : Dropped(hunt, null));
    }

    private IReadOnlyList<string> Parameters() =>
        [.. fit.Table.Rows.Where(row => row.IsFree).OrderBy(row => row.Free).Select(row => $"{row.Lhs} {row.Operator.Text()} {row.Rhs}".TrimEnd())];

    private SearchCounts Counts(int enumerated) => new(
        team.Ends.Values.Sum(),
        IsImproper ? 0 : team.Ends.Where(each => each.Key.IsImproper()).Sum(each => each.Value),
        team.Ends.Where(each => !each.Key.HasConverged()).ToDictionary(each => each.Key.Reason(), each => each.Value),
        enumerated);

    private static double? Finite(double value) => double.IsFinite(value) ? value : null;
}
