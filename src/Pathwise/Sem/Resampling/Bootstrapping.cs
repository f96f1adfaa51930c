using Pathwise.Numerics;
using Pathwise.Parallel;
using Pathwise.Sem.Compiled;
using Pathwise.Sem.Effects;
using Pathwise.Sem.Estimation;
using Pathwise.Sem.Moments;

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
        if (options.Kind != ResamplingKind.Nonparametric)
            OrderedRequirements.Refuse(fit, "Bootstrap samples other than of cases");
        if (options.Kind != ResamplingKind.Nonparametric && CentredProducts.Of(fit.Table) is not null)
            throw new InputException("Products are centred in every sample of cases (--center); the samples asked for are not of cases. Give no centring, or draw cases.");
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
        private ReplicateTable first;
        private ReplicateTable? redrawn;
        private ReplicateTable? jackknife;

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
            first = first.Continued(earlier.First);
            redrawn = redrawn?.Continued(earlier.Redrawn);
            jackknife = jackknife?.Continued(earlier.Jackknife);
        }

        private static string Words(BootstrapOptions options) => $"{options.Kind.ToString().ToLowerInvariant()} with seed {options.Seed}";

        public BootstrapResult Execute(IProgress<BootstrapProgress>? progress, CancellationToken cancellation)
        {
            var total = checked(options.Replicates + (jackknife?.Count ?? 0));
            using var team = new Team(options.Threads, total, cancellation);
            var open = OpenRows.Of(first, team.Stopping);
            var left = jackknife is null ? null : OpenRows.Of(jackknife, team.Stopping);
            var lacking = Enumerable.Range(0, first.Count).Count(IsToBeRedrawn);
            var steps = new Steps(done => progress?.Report(new(done, total)), total - open.Count - lacking - (left?.Count ?? 0), total, model is null && groups is null ? 1 : 64);
            team.Run(() => Draw(open, left, steps));
            if (redrawn is not null)
            {
                var again = new OpenRows(redrawn, Enumerable.Range(0, first.Count).Where(IsToBeRedrawn), team.Stopping);
                team.Run(() => Redraw(again, steps));
            }

            return new BootstrapResult(fit, options, catalogue, Replicates, ReplicateTable.Of(fit, catalogue));
        }

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
            SampleSource[] sources = [.. fit.Sample.Select((_, g) => SampleSources.Of(fit, options.Kind, g + 1))];
            return model is not null ? new CompiledRefit(fit, model, catalogue, sources)
                : groups is not null ? new GroupedRefit(fit, groups, catalogue, sources)
                : new FullRefit(fit, catalogue, sources);
        }

        private ReplicateTable Table(int rows) => new(rows, catalogue);
    }
}
