using Pathwise.Numerics;
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
        private int next;
        private int done;

        public Run(FitResult fit, BootstrapOptions options, IProgress<BootstrapProgress>? progress, CancellationToken cancellation)
        {
            (this.fit, this.options, this.progress, this.cancellation) = (fit, options, progress, cancellation);
            model = FastWorker.Compile(fit);
            units = model is null ? null : FastWorker.Units(fit, model);
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
            for (var i = Interlocked.Increment(ref next) - 1; i < total && !cancellation.IsCancellationRequested; i = Interlocked.Increment(ref next) - 1)
            {
                if (i < options.Replicates)
                    Replicate(worker, stream, i);
                else
                    Leave(worker, i - options.Replicates);
                var finished = Interlocked.Increment(ref done);
                if (finished % 64 == 0 || finished == total)
                    progress?.Report(new BootstrapProgress(finished, total));
            }
        }

        private void Replicate(ReplicateWorker worker, RandomStream stream, int i)
        {
            if (IsComplete(i))
                return;
            stream.Restart(options.Seed, i);
            if (!first.IsDone(i) || redrawn is not null)
            {
                var status = worker.Draw(stream, first.Row(i));
                first.Finish(i, status, worker.Discrepancy);
            }

            if (redrawn is null || first.Status(i) == FitStatus.Proper)
                return;
            for (var draw = 0; draw < MostDraws; draw++)
            {
                var status = worker.Draw(stream, redrawn.Row(i));
                redrawn.Finish(i, status, worker.Discrepancy);
                if (status == FitStatus.Proper || cancellation.IsCancellationRequested)
                    return;
            }
        }

        // What an earlier run has done; a redrawn one counts when it ended well.
        private bool IsComplete(int i) => first.IsDone(i)
            && (redrawn is null || first.Status(i) == FitStatus.Proper || (redrawn.IsDone(i) && redrawn.Status(i) == FitStatus.Proper));

        private void Leave(ReplicateWorker worker, int omitted)
        {
            if (jackknife!.IsDone(omitted))
                return;
            var status = worker.LeaveOut(omitted, jackknife.Row(omitted));
            jackknife.Finish(omitted, status, worker.Discrepancy);
        }

        private ReplicateWorker Worker() => model is not null && units is not null
            ? new FastWorker(fit, model, units, catalogue, SampleSources.Of(fit, options.Kind, 1))
            : new GeneralWorker(fit, catalogue, [.. fit.Sample.Select((_, g) => SampleSources.Of(fit, options.Kind, g + 1))]);

        private ReplicateTable Table(int rows) => new(rows, catalogue);
    }
}
