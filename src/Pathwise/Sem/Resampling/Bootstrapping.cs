using Pathwise.Numerics;
using Pathwise.Parallel;
using Pathwise.Sem.Compiled;
using Pathwise.Sem.Effects;
using Pathwise.Sem.Estimation;

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
        return CarryOn(fit, options, resume is null ? [] : [resume], null, progress, cancellation);
    }

    /// <summary>The same, carrying on from several earlier runs; the tables are shown to <paramref name="keeper"/> before work on them begins.</summary>
    internal static BootstrapResult CarryOn(
        FitResult fit, BootstrapOptions options, IReadOnlyList<BootstrapResult> resume, Action<Replicates>? keeper, IProgress<BootstrapProgress>? progress, CancellationToken cancellation)
    {
        var run = new Run(fit, options.Checked());
        foreach (var earlier in resume)
            run.Resume(earlier);
        keeper?.Invoke(run.Replicates);
        return run.Execute(progress, cancellation);
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
        private readonly CompiledFit? model;
        private readonly CompiledGroups? groups;
        private readonly EffectCatalogue catalogue;
        private readonly ReplicateTable first;
        private readonly ReplicateTable? redrawn;
        private readonly ReplicateTable? jackknife;

        public Run(FitResult fit, BootstrapOptions options)
        {
            (this.fit, this.options) = (fit, options);
            model = CompiledFit.Of(fit);
            groups = model is null ? CompiledGroups.TryCompile(fit, out _) : null;
            catalogue = Catalogue(fit, model?.Model);
            RequireRoom();
            first = Table(options.Replicates);
            redrawn = options.Rule == ImproperRule.Redraw ? Table(options.Replicates) : null;
            jackknife = options.HasJackknife ? Table(fit.CaseCount) : null;
        }

        public Replicates Replicates => new(first, redrawn, jackknife);

        private void RequireRoom()
        {
            var bytes = ReplicateTable.BytesOfRow(catalogue) * (options.Rule == ImproperRule.Redraw ? 2 : 1);
            Room.Require(options.Replicates, bytes, "bootstrap samples", Math.Max(catalogue.Entries.Count, catalogue.FreeCount));
        }

        public void Resume(BootstrapResult earlier)
        {
            if (!ReferenceEquals(earlier.Fit, fit))
                throw new InputException("A bootstrap can be resumed only for the same fit.");
            if (earlier.Seed != options.Seed || earlier.Options.Kind != options.Kind)
                throw new InputException($"The bootstrap to resume is {Words(earlier.Options)}, the one asked for {Words(options)}.");
            first.TakeOver(earlier.First);
            if (earlier.Redrawn is { } other)
                redrawn?.TakeOver(other);
            if (earlier.Jackknife is { } left)
                jackknife?.TakeOver(left);
        }

        private static string Words(BootstrapOptions options) => $"{options.Kind.ToString().ToLowerInvariant()} with seed {options.Seed}";

        public BootstrapResult Execute(IProgress<BootstrapProgress>? progress, CancellationToken cancellation)
        {
            var total = checked(options.Replicates + (jackknife?.Count ?? 0));
            using var team = new Team(options.Threads, total, cancellation);
            var open = OpenRows.Of(first, team.Stopping);
            var lacking = redrawn is null ? null : new OpenRows(redrawn, Enumerable.Range(0, first.Count).Where(IsToBeRedrawn), team.Stopping);
            var left = jackknife is null ? null : OpenRows.Of(jackknife, team.Stopping);
            var steps = new Steps(done => progress?.Report(new(done, total)), total - open.Count - (lacking?.Count ?? 0) - (left?.Count ?? 0), total, model is null && groups is null ? 1 : 64);
            team.Run(() => Work(open, lacking, left, steps, team.Stopping));
            return new BootstrapResult(fit, options, catalogue, Replicates, ReplicateTable.Of(fit, catalogue));
        }

        private void Work(OpenRows open, OpenRows? lacking, OpenRows? left, Steps steps, CancellationToken stopping)
        {
            var (worker, stream) = (Worker(), RandomStream.For(options.Seed, 0));
            foreach (var row in worker.DrawAll(open, options.Seed))
            {
                if (redrawn is null || !IsToBeRedrawn(row) || TryRedraw(worker, stream, row, stopping))
                    steps.Add();
            }

            while (lacking is not null && lacking.TryTake(out var row))
            {
                if (TryRedraw(worker, stream, row, stopping))
                    steps.Add();
            }

            foreach (var _ in left is null ? [] : worker.LeaveOutAll(left))
                steps.Add();
        }

        private bool IsToBeRedrawn(int row) => first.IsDone(row) && first.Status(row) != FitStatus.Proper;

        /// <summary>Draws a replicate anew until its solution is proper; false when that was interrupted, and nothing is kept.</summary>
        private bool TryRedraw(ReplicateWorker worker, RandomStream stream, int row, CancellationToken stopping)
        {
            stream.Restart(options.Seed, row);
            worker.Skip(stream);
            for (var draw = 1; !stopping.IsCancellationRequested; draw++)
            {
                var status = worker.Draw(stream, redrawn!.Row(row));
                if (status != FitStatus.Proper && draw < MostDraws)
                    continue;
                redrawn.Finish(row, status, worker.Discrepancy);
                return true;
            }

            return false;
        }

        private ReplicateWorker Worker()
        {
            SampleSource[] sources = [.. fit.Sample.Select((_, g) => SampleSources.Of(fit, options.Kind, g + 1))];
            return model is not null ? new CompiledRefit(fit, model, catalogue, sources[0])
                : groups is not null ? new GroupedRefit(fit, groups, catalogue, sources)
                : new FullRefit(fit, catalogue, sources);
        }

        private ReplicateTable Table(int rows) => new(rows, catalogue);
    }
}
