using Pathwise.Numerics;
using Pathwise.Parallel;
using Pathwise.Sem.Compiled;
using Pathwise.Sem.Implied;
using Pathwise.Sem.Intervals;
using Pathwise.Sem.Resampling;

namespace Pathwise.Sem.Sensitivity;

/// <summary>The effects of every sample of a bootstrap along the correlations that the sample itself has where covariances are fixed.</summary>
internal sealed class SampledPaths
{
    private readonly SampledPath[] drawn;
    private readonly SampledPath[]? left;
    private readonly SensitivityOptions options;

    private SampledPaths(SampledPath[] drawn, SampledPath[]? left, SensitivityOptions options) => (this.drawn, this.left, this.options) = (drawn, left, options);

    /// <summary>Fits the samples of a bootstrap with each of these covariances; which samples are used the bootstrap says.</summary>
    public static SampledPaths Of(BootstrapResult bootstrap, IReadOnlyList<FixedCovariance> fixedAt, Func<Estimation.FitResult, BootstrapResult> draw, ConfoundedPaths paths, SensitivityOptions options)
    {
        int[] used = [.. Enumerable.Range(0, bootstrap.Requested).Where(i => bootstrap.Status(i) is { } status && status.HasConverged() && (bootstrap.Rule == ImproperRule.Keep || status == FitStatus.Proper))];
        var (columns, omitted) = (new (double Rho, double Effect)[fixedAt.Count][], new (double Rho, double Effect)[fixedAt.Count][]);
        for (var k = 0; k < fixedAt.Count; k++)
        {
            var changed = draw(fixedAt[k].Fit);
            columns[k] = Read(changed, changed.First, used, paths);
            omitted[k] = changed.Jackknife is { } jackknife ? Read(changed, jackknife, [.. Enumerable.Range(0, jackknife.Count)], paths) : [];
        }

        return new(Rows(columns), omitted[0].Length == 0 ? null : Rows(omitted), options);
    }

    /// <summary>The interval of a quantity of each sample.</summary>
    public Interval? Interval(Func<SampledPath, double> quantity, double estimate) => double.IsFinite(estimate)
        ? BootstrapIntervals.Of(options.Kind, [.. Draws(quantity).Where(double.IsFinite)], estimate, options.Level, left is null ? null : [.. left.Select(quantity)])?.Interval
        : null;

    /// <summary>A quantity of each sample that is used, NaN where it has none.</summary>
    public IEnumerable<double> Draws(Func<SampledPath, double> quantity) => drawn.Select(quantity);

    /// <summary>How many samples have a quantity.</summary>
    public int Count(Func<SampledPath, double> quantity) => Draws(quantity).Count(double.IsFinite);

    // The first column is without covariance.
    private static SampledPath[] Rows((double Rho, double Effect)[][] columns) =>
        [.. Enumerable.Range(0, columns[0].Length).Select(i => new SampledPath([.. columns.Select(column => column[i].Rho)], [.. columns.Select(column => column[i].Effect)], columns[0][i].Effect))];

    private static (double Rho, double Effect)[] Read(BootstrapResult changed, ReplicateTable table, int[] rows, ConfoundedPaths paths)
    {
        var read = new (double Rho, double Effect)[rows.Length];
        Pieces.Each(
            rows.Length,
            changed.Options.Threads,
            () => new ImpliedMoments(changed.Fit.Structure, 0),
            (moments, i) => read[i] = table.IsDone(rows[i]) && table.Status(rows[i]).HasConverged() ? Read(moments, table.Values(rows[i]), paths) : (double.NaN, double.NaN),
            _ => { });
        return read;
    }

    private static (double Rho, double Effect) Read(ImpliedMoments moments, ReadOnlySpan<double> values, ConfoundedPaths paths)
    {
        moments.Update(values);
        var (at, source, target) = (StructuralMoments.Of(moments), paths.Sources[0], paths.Target);
        return (at.Disturbances[source, target] / Math.Sqrt(at.Disturbances[source, source] * at.Disturbances[target, target]), ConfoundedEquation.Value(at, paths));
    }
}
