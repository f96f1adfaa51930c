using Pathwise.Numerics;
using Pathwise.Parallel;
using Pathwise.Sem.Compiled;
using Pathwise.Sem.Estimation;
using Pathwise.Sem.Implied;
using Pathwise.Sem.Intervals;
using Pathwise.Sem.Resampling;

namespace Pathwise.Sem.Sensitivity;

/// <summary>
/// Samples of a bootstrap with what their own moments say of an effect under confounding, and intervals of any quantity made of it: the quantity is
/// computed anew in every sample.
/// </summary>
internal sealed class ConfoundedDraws
{
    private readonly DrawnPoint[] drawn;
    private readonly DrawnPoint[]? left;
    private readonly SensitivityOptions options;

    private ConfoundedDraws(DrawnPoint[] drawn, DrawnPoint[]? left, SensitivityOptions options) => (this.drawn, this.left, this.options) = (drawn, left, options);

    /// <summary>Of a bootstrap; the samples without a case each, where BCa needs them.</summary>
    public static ConfoundedDraws Of(BootstrapResult bootstrap, ConfoundedPaths paths, SensitivityOptions options)
    {
        var values = Enumerable.Range(0, bootstrap.Fit.Values.Count).Select(bootstrap.Draws).ToArray();
        var drawn = Points(bootstrap.Fit, bootstrap.Used, (i, target) => Copy(values, i, target), paths, bootstrap.Options.Threads);
        if (bootstrap.Jackknife is not { } jackknife)
            return new(drawn, null, options);
        int[] done = [.. Enumerable.Range(0, jackknife.Count).Where(i => jackknife.IsDone(i) && jackknife.Status(i).HasConverged())];
        return new(drawn, Points(bootstrap.Fit, done.Length, (i, target) => jackknife.Values(done[i]).CopyTo(target), paths, bootstrap.Options.Threads), options);
    }

    /// <summary>A quantity in each sample where it exists.</summary>
    public IReadOnlyList<double> Draws(Func<DrawnPoint, double> quantity) => [.. drawn.Select(quantity).Where(double.IsFinite)];

    /// <summary>The interval of a quantity by the kind that the options ask for; null where too few samples have it.</summary>
    public Interval? Interval(Func<DrawnPoint, double> quantity, double estimate) => double.IsFinite(estimate)
        ? BootstrapIntervals.Of(options.Kind, Draws(quantity), estimate, options.Level, left is null ? null : [.. left.Select(quantity)])?.Interval
        : null;

    private static DrawnPoint[] Points(FitResult fit, int count, Action<int, double[]> values, ConfoundedPaths paths, int threads)
    {
        var points = new DrawnPoint[count];
        Pieces.Each(
            count,
            threads,
            () => (Moments: new ImpliedMoments(fit.Structure, 0), Values: new double[fit.Values.Count]),
            (memory, i) =>
            {
                values(i, memory.Values);
                memory.Moments.Update(memory.Values);
                points[i] = DrawnPoint.Of(StructuralMoments.Of(memory.Moments), paths);
            },
            _ => { });
        return points;
    }

    private static void Copy(IReadOnlyList<double>[] values, int i, double[] target)
    {
        for (var j = 0; j < target.Length; j++)
            target[j] = values[j][i];
    }
}
