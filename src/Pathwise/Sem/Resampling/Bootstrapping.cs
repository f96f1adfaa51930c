using Pathwise.Numerics;
using Pathwise.Parallel;
using Pathwise.Sem.Compiled;
using Pathwise.Sem.Effects;
using Pathwise.Sem.Estimation;
using Pathwise.Sem.Moments;
using Pathwise.Shards;

namespace Pathwise.Sem.Resampling;

/// <summary>Bootstraps fits.</summary>
public static class Bootstrapping
{
    /// <summary>A redrawn replicate that finds no proper solution in so many draws is given up.</summary>
    private const int MostDraws = 1000;

    /// <summary>
    /// Draws and fits replicates of a fit. The result depends on the options' seed and number of replicates, not on threads,
    /// interruption or machine. When <paramref name="cancellation"/> is asked for, what is done so far is returned, and
    /// <paramref name="resume"/> carries on from such a result.
    /// </summary>
    public static BootstrapResult Bootstrap(
        this FitResult fit,
        BootstrapOptions options,
        BootstrapResult? resume = null,
        IProgress<BootstrapProgress>? progress = null,
        CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(fit);
        ArgumentNullException.ThrowIfNull(options);
        fit.RequireConverged();
        return CarryOn(fit, options, resume is null ? [] : [resume], null, null, progress, cancellation);
    }

    /// <summary>
    /// The same, carrying on from several earlier runs; the tables are shown to <paramref name="keeper"/> before work on them begins. Of a shard
    /// no more is done than it has.
    /// </summary>
    internal static BootstrapResult CarryOn(
        FitResult fit, BootstrapOptions options, IReadOnlyList<BootstrapResult> resume, Action<Replicates>? keeper, Shard? shard, IProgress<BootstrapProgress>? progress, CancellationToken cancellation)
    {
        if (options.Kind == ResamplingKind.BollenStine)
            OrderedRequirements.Refuse(fit, "Bollen-Stine bootstraps");
        if (options.Kind == ResamplingKind.Parametric)
            OrderedRequirements.RefuseCovariates(fit.Structure, "Parametric bootstraps");
        if (options.Kind != ResamplingKind.Nonparametric)
            EarlierStep.Refuse(fit, "Bootstraps that do not draw cases");
        if (options.Kind != ResamplingKind.Nonparametric && CentredProducts.Of(fit.Table) is not null)
            throw new InputException("Products are centred in every sample of cases (--center); the samples asked for are not of cases. Give no centring, or draw cases.");
        if (options.Kind != ResamplingKind.Nonparametric && fit.Options.Ridge != 0)
            throw new InputException("With a ridge (--ridge) samples are drawn from the cases; samples from the fitted distribution or of a Bollen-Stine bootstrap would have the ridge twice.");
        if (options.Rule == ImproperRule.Bounded)
            BoundedReplicates.Check(fit);
        if (options.Kind != ResamplingKind.Nonparametric && fit.Options.Auxiliary.Count > 0)
            throw new InputException("Samples that are not of cases have no auxiliary variables; leave --auxiliary out, or draw cases.");
        var run = new Run(fit, options.Checked(), shard);
        foreach (var earlier in resume)
            run.Resume(earlier);
        keeper?.Invoke(run.Replicates);
        return run.Execute(progress, cancellation);
    }

    /// <summary>A bootstrap of which nothing is drawn yet.</summary>
    internal static BootstrapResult Nothing(FitResult fit, BootstrapOptions options)
    {
        var run = new Run(fit, options, null);
        return run.Result;
    }

    /// <summary>
    /// The cases, counted from 0, that a replicate of a nonparametric bootstrap draws from a single group of <paramref name="count"/>
    /// cases (of its first draw, where it is redrawn): so that another program can fit the same resamples.
    /// </summary>
    public static IReadOnlyList<int> Cases(long seed, int replicate, int count) => Resample.Positions(count, seed, replicate);

    /// <summary>The effects of a fit in the order of the matrices that its replicates are computed with.</summary>
    internal static EffectCatalogue Catalogue(FitResult fit, CovarianceModel? model) =>
        EffectCatalogue.Of(fit.Table, model is null ? fit.Structure.Latents : [.. model.Variables]);

    private sealed class Run
    {
        private readonly FitResult fit;
        private readonly BootstrapOptions options;
        private readonly Shard shard;
        private readonly RepeatedStep? step;
        private readonly CompiledFit? model;
        private readonly CompiledGroups? groups;
        private readonly EffectCatalogue catalogue;
        private ReplicateTable first;
        private ReplicateTable? redrawn;
        private ReplicateTable? jackknife;
        private ReplicateTable? bounded;

        public Run(FitResult fit, BootstrapOptions options, Shard? shard)
        {
            (this.fit, this.options, this.shard) = (fit, options, shard ?? new(1, 1));
            step = fit.EarlierStep as RepeatedStep;
            var repeated = CompiledPath.LeavingBounds(fit);
            model = step is null ? CompiledFit.Of(repeated) : null;
            groups = step is null && model is null && !FittingPath.IsOfDrawnResponses(fit, options.Kind) ? CompiledGroups.TryCompile(repeated, out _) : null;
            catalogue = Catalogue(fit, model?.Model);
            RequireRoom();
            first = Table(options.Replicates);
            redrawn = options.Rule == ImproperRule.Redraw ? Table(options.Replicates) : null;
            bounded = options.Rule == ImproperRule.Bounded ? Table(options.Replicates) : null;
            jackknife = options.HasJackknife ? Table(fit.CaseCount) : null;
        }

        public Replicates Replicates => new(first, redrawn, jackknife) { Bounded = bounded };

        public BootstrapResult Result => new(fit, options, catalogue, Replicates, ReplicateTable.Of(fit, catalogue));

        private void RequireRoom()
        {
            var bytes = ReplicateTable.BytesOfRow(catalogue) * (options.Rule is ImproperRule.Redraw or ImproperRule.Bounded ? 2 : 1);
            Room.Require(options.Replicates, bytes, "bootstrap samples", Math.Max(catalogue.Entries.Count, catalogue.FreeCount));
        }

        public void Resume(BootstrapResult earlier)
        {
            if (!ReferenceEquals(earlier.Fit, fit))
                throw new InputException("A bootstrap can be resumed only for the same fit.");
            if (earlier.Seed != options.Seed || earlier.Options.Kind != options.Kind)
                throw new InputException($"The bootstrap to resume is {Words(earlier.Options)}, the one asked for {Words(options)}.");
            first = first.Continued(earlier.First);
            redrawn = redrawn?.Continued(earlier.Redrawn);
            jackknife = jackknife?.Continued(earlier.Jackknife);
            bounded = bounded?.Continued(earlier.Bounded);
        }

        private static string Words(BootstrapOptions options) => $"{options.Kind.ToString().ToLowerInvariant()} with seed {options.Seed}";

        public BootstrapResult Execute(IProgress<BootstrapProgress>? progress, CancellationToken cancellation)
        {
            var (rows, cases) = (Own(first), jackknife is null ? [] : Own(jackknife));
            var total = checked(rows.Length + cases.Length);
            using var team = new Team(options.Threads, Math.Max(total, 1), cancellation);
            var open = new OpenRows(first, rows, team.Stopping);
            var left = jackknife is null ? null : new OpenRows(jackknife, cases, team.Stopping);
            var steps = new Steps(done => progress?.Report(new(done, total)), total - open.Count - rows.Count(IsToBeRedrawn) - (left?.Count ?? 0), total, model is null && groups is null ? 1 : 64);
            team.Run(() => Draw(open, left, steps));
            if (redrawn is not null)
            {
                var again = new OpenRows(redrawn, rows.Where(IsToBeRedrawn), team.Stopping);
                team.Run(() => Redraw(again, steps));
            }

            if (bounded is not null)
            {
                var within = new OpenRows(bounded, rows.Where(row => BoundedReplicates.IsToBeFitted(first, bounded, row)), team.Stopping);
                team.Run(() => BoundedReplicates.FitAll(fit, catalogue, [.. fit.Sample.Select((_, g) => SampleSources.Of(fit, options.Kind, g + 1))], within, options.Seed));
            }

            return Result;
        }

        // The rows of a table that are the shard's.
        private int[] Own(ReplicateTable table) => shard.Of(table.Count) is var (begin, count) ? [.. Enumerable.Range(begin, count)] : [];

        private void Draw(OpenRows open, OpenRows? left, Steps steps)
        {
            var worker = Worker();
            foreach (var row in worker.DrawAll(open, options.Seed))
            {
                if (!IsToBeRedrawn(row))
                    steps.Add();
            }

            foreach (var _ in left is null ? [] : worker.LeaveOutAll(left))
                steps.Add();
        }

        private void Redraw(OpenRows again, Steps steps)
        {
            foreach (var _ in again.Count == 0 ? [] : Worker().RedrawAll(again, options.Seed, MostDraws))
                steps.Add();
        }

        private bool IsToBeRedrawn(int row) => redrawn is not null && first.IsDone(row) && first.Status(row) != FitStatus.Proper && !redrawn.IsDone(row);

        private ReplicateWorker Worker()
        {
            if (step is not null)
                return step.Worker(fit, catalogue);
            SampleSource[] sources = [.. fit.Sample.Select((_, g) => SampleSources.Of(fit, options.Kind, g + 1))];
            return model is not null ? new CompiledRefit(fit, model, catalogue, sources)
                : groups is { IsOrdered: true } ? new OrderedRefit(fit, groups, catalogue, sources)
                : groups is not null ? new GroupedRefit(fit, groups, catalogue, sources)
                : new FullRefit(fit, catalogue, sources);
        }

        private ReplicateTable Table(int rows) => new(rows, catalogue);
    }
}
