using Pathwise.Numerics;
using Pathwise.Parallel;
using Pathwise.Sem.Compiled;
using Pathwise.Sem.Estimation;
using Pathwise.Sem.Resampling;
using Pathwise.Shards;

namespace Pathwise.Sem.Influence;

/// <summary>Makes the greedy search of the data in samples without odd cases, for the sign and the significance of the effect.</summary>
internal sealed class DropReferences(FitResult fit, OmissionTeam team, IReadOnlyList<DropHunt> hunts, InfluenceOptions options, int most, bool admitsImproper)
{
    private static readonly double[] Probabilities = [0.05, 0.25, 0.5, 0.75, 0.95];

    /// <summary>What the samples of a kind show, those drawn before among them; nothing when it was interrupted.</summary>
    public IEnumerable<DropReference> Draw(ReferenceKind kind, ReferenceShard drawn, IProgress<BootstrapProgress>? progress, CancellationToken cancellation)
    {
        Draw(kind, drawn, new(1, 1), progress, cancellation);
        return cancellation.IsCancellationRequested ? [] : hunts.Select((hunt, place) => Reference(kind, hunt, [.. drawn.Of(kind).Where(each => each.Length > 0).Select(each => each[place])]));
    }

    /// <summary>Draws the samples of a kind that a shard lacks.</summary>
    public void Draw(ReferenceKind kind, ReferenceShard drawn, Shard shard, IProgress<BootstrapProgress>? progress, CancellationToken cancellation)
    {
        var what = kind == ReferenceKind.FittedModel ? "samples of the fitted model searched" : "samples with the same moments searched";
        var open = drawn.Open(kind, shard);
        if (open.Length == 0)
            return;
        var steps = new Steps(done => progress?.Report(new(done, open.Length) { What = what }), 0, open.Length, 1);
        using var crew = new Team(options.Threads, open.Length, cancellation);
        var pieces = new Pieces(open, crew.Stopping);
        crew.Run(() =>
        {
            var (worker, sampler) = (team.Worker(), new ReferenceSampler(fit, kind));
            while (pieces.TryTake(out var i))
            {
                drawn.Keep(kind, i, Counts(worker, sampler, i));
                steps.Add();
            }
        });
    }

    // For each aim how far the search goes, null above the limit; empty for a sample that cannot be fitted.
    private double?[] Counts(OmissionWorker worker, ReferenceSampler sampler, int i)
    {
        var cases = new double[fit.CaseCount * fit.Sample[0].Names.Count];
        if (sampler.Draw(RandomStream.For(options.Seed, i), cases) is not null)
            return [];
        worker.Take(cases);
        worker.HasErrors = true;
        var all = worker.Fit([[]])[0];
        return all.Status.HasConverged() ? [.. hunts.Select(hunt => Extent(worker, all, hunt.Aim))] : [];
    }

    private double? Extent(OmissionWorker worker, Omission all, DropAim aim)
    {
        if (aim.IsMet(all))
            return 0;
        var hunt = new DropHunt(aim);
        worker.HasErrors = aim.Direction.Quantity == DropQuantity.Statistic;
        var isImproper = admitsImproper || all.Status != FitStatus.Proper;
        new GreedySearch(sets => [.. sets.Chunk(OmissionWorker.SetsOfPiece).SelectMany(worker.Fit)], fit.CaseCount, most, isImproper).Follow(all, [hunt]);
        return hunt.GreedyExtent;
    }

    private DropReference Reference(ReferenceKind kind, DropHunt hunt, double?[] extents)
    {
        int[] ordered = [.. extents.Select(extent => extent is { } far ? (int)Math.Ceiling(far) : int.MaxValue).Order()];
        return new()
        {
            Kind = kind,
            Claim = hunt.Aim.Claim,
            Requested = options.ReferenceSamples,
            Used = extents.Length,
            Quantiles = ordered.Length == 0 ? [] : [.. Probabilities.Select(each => new CountQuantile(each, At(ordered, each)))],
            PValue = hunt.GreedyExtent is { } needed ? (1.0 + extents.Count(extent => extent <= needed)) / (1 + extents.Length) : null,
        };
    }

    private static int? At(int[] ordered, double probability) =>
        ordered[Math.Max((int)Math.Ceiling((probability * ordered.Length) - 1e-9) - 1, 0)] is var count and < int.MaxValue ? count : null;
}
