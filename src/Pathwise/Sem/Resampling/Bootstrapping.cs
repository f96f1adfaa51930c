using Pathwise.Numerics;
using Pathwise.Sem.Estimation;

namespace Pathwise.Sem.Resampling;

/// <summary>Bootstraps fits.</summary>
public static class Bootstrapping
{
    /// <summary>A redrawn replicate that finds no proper solution in so many draws is given up.</summary>
    private const int MostDraws = 1000;

    /// <summary>A worker that fits replicates side by side takes so many at a time; one that does not takes one, so that it stops at once.</summary>
    private const int Block = 32;

    /// <summary>Progress is reported about every so many replicates.</summary>
    private const int ProgressStep = 64;

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
        var run = new Run(fit, options.Checked(), progress, cancellation);
        if (resume is not null)
            run.Resume(resume);
        return run.Execute();
    }

    /// <summary>
    /// The cases, counted from 0, that a replicate of a nonparametric bootstrap draws from a single group of <paramref name="count"/>
    /// cases (of its first draw, where it is redrawn): so that another program can fit the same resamples.
    /// </summary>
    public static IReadOnlyList<int> Cases(long seed, int replicate, int count)
    {
        var stream = RandomStream.For(seed, replicate);
        var cases = new int[count];
        for (var i = 0; i < count; i++)
            cases[i] = stream.NextInteger(count);
        return cases;
    }

    /// <summary>The effects of a fit in the order of the matrices that its replicates are computed with.</summary>
    internal static EffectCatalogue Catalogue(FitResult fit, CovarianceModel? model) =>
        EffectCatalogue.Of(fit.Table, model?.Structural ?? fit.Structure.Latents);

    private sealed class Run
    {
        private readonly FitResult fit;
        private readonly BootstrapOptions options;
        private readonly IProgress<BootstrapProgress>? progress;
        private readonly CancellationToken cancellation;
        private readonly CovarianceModel? model;
        private readonly LatentUnits? units;
        private readonly EffectCatalogue catalogue;
        private readonly ReplicateTable first;
        private readonly ReplicateTable? redrawn;
        private readonly ReplicateTable? jackknife;
        private readonly int block;
        private int next;
        private int done;

        public Run(FitResult fit, BootstrapOptions options, IProgress<BootstrapProgress>? progress, CancellationToken cancellation)
        {
            (this.fit, this.options, this.progress, this.cancellation) = (fit, options, progress, cancellation);
            model = FastWorker.Compile(fit);
            units = model is null ? null : FastWorker.Units(fit, model);
            block = model is null ? 1 : Block;
            catalogue = Catalogue(fit, model);
            first = Table(options.Replicates);
            redrawn = options.Rule == ImproperRule.Redraw ? Table(options.Replicates) : null;
            jackknife = options.HasJackknife ? Table(fit.CaseCount) : null;
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

        public BootstrapResult Execute()
        {
            var total = options.Replicates + (jackknife?.Count ?? 0);
            var threads = Math.Min(options.Threads == 0 ? Environment.ProcessorCount : options.Threads, total);
            var workers = Enumerable.Range(1, threads - 1).Select(_ => Task.Run(() => Work(total), CancellationToken.None)).ToArray();
            Work(total);
            Task.WaitAll(workers, CancellationToken.None);
            return new BootstrapResult(fit, options, catalogue, first, redrawn, jackknife, ReplicateTable.Of(fit, catalogue));
        }

        private void Work(int total)
        {
            var worker = Worker();
            var stream = RandomStream.For(options.Seed, 0);
            Span<int> rows = stackalloc int[block];
            for (var start = Take(); start < total && !cancellation.IsCancellationRequested; start = Take())
            {
                var end = Math.Min(start + block, total);
                First(worker, rows, start, Math.Min(end, options.Replicates));
                for (var i = start; i < Math.Min(end, options.Replicates) && redrawn is not null; i++)
                    Redraw(worker, stream, i);
                if (end > options.Replicates)
                    Leave(worker, rows, Math.Max(start, options.Replicates), end);
                Report(end - start, total);
            }
        }

        private int Take() => Interlocked.Add(ref next, block) - block;

        private void Report(int count, int total)
        {
            var finished = Interlocked.Add(ref done, count);
            if (finished / ProgressStep > (finished - count) / ProgressStep || finished == total)
                progress?.Report(new BootstrapProgress(finished, total));
        }

        /// <summary>The first draws of replicates that an earlier run has not done.</summary>
        private void First(ReplicateWorker worker, Span<int> rows, int start, int end)
        {
            var count = 0;
            for (var i = start; i < end; i++)
            {
                if (!first.IsDone(i))
                    rows[count++] = i;
            }

            worker.DrawAll(rows[..count], options.Seed, first);
        }

        private void Redraw(ReplicateWorker worker, RandomStream stream, int i)
        {
            if (cancellation.IsCancellationRequested || first.Status(i) == FitStatus.Proper || (redrawn!.IsDone(i) && redrawn.Status(i) == FitStatus.Proper))
                return;
            stream.Restart(options.Seed, i);
            worker.Skip(stream);
            for (var draw = 0; draw < MostDraws; draw++)
            {
                var status = worker.Draw(stream, redrawn.Row(i));
                redrawn.Finish(i, status, worker.Discrepancy);
                if (status == FitStatus.Proper || cancellation.IsCancellationRequested)
                    return;
            }
        }

        /// <summary>The samples without one case each that an earlier run has not done.</summary>
        private void Leave(ReplicateWorker worker, Span<int> rows, int start, int end)
        {
            var count = 0;
            for (var omitted = start - options.Replicates; omitted < end - options.Replicates; omitted++)
            {
                if (!jackknife!.IsDone(omitted))
                    rows[count++] = omitted;
            }

            worker.LeaveOutAll(rows[..count], jackknife!);
        }

        private ReplicateWorker Worker() => model is not null && units is not null
            ? new FastWorker(fit, model, units, catalogue, SampleSources.Of(fit, options.Kind, 1))
            : new GeneralWorker(fit, catalogue, [.. fit.Sample.Select((_, g) => SampleSources.Of(fit, options.Kind, g + 1))]);

        private ReplicateTable Table(int rows) => new(rows, catalogue);
    }
}
