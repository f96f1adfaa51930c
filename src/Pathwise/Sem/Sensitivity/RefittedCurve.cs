using Pathwise.Sem.Estimation;
using Pathwise.Sem.Resampling;
using Pathwise.Sem.Specification;

namespace Pathwise.Sem.Sensitivity;

/// <summary>
/// The effect along the disturbance correlation where the model says something about it: the model is fitted with the covariance fixed at the value
/// that makes the correlation. The samples of a bootstrap are fitted with the same covariances, each has its own correlations there, and its effect is
/// read between them on the scale rho / sqrt(1 - rho^2), on which it is linear where the equation is saturated.
/// </summary>
internal sealed class RefittedCurve
{
    // The curve is read between these, too, however few correlations are asked for.
    private static readonly double[] Supporting = [-0.99, -0.97, -0.95, -0.9, -0.8, -0.7, -0.6, -0.5, -0.4, -0.3, -0.2, -0.1, 0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.97, 0.99];

    // Covariances in units of the disturbances' deviations: samples whose deviations are a tenth or a few times as large have their correlations there, too.
    private static readonly double[] Scales = [0.02, 0.05, 0.1, 0.15, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1, 1.2, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 12, 20];

    private readonly FitResult fit;
    private readonly ConfoundedPaths paths;
    private readonly SensitivityOptions options;
    private readonly BootstrapResult? bootstrap;
    private readonly Func<FitResult, BootstrapResult?> draw;

    /// <summary>Of a fit and its bootstrap; <paramref name="draw"/> draws that of a changed model from the same samples.</summary>
    public RefittedCurve(FitResult fit, ConfoundedPaths paths, SensitivityOptions options, BootstrapResult? bootstrap, Func<FitResult, BootstrapResult?> draw) =>
        (this.fit, this.paths, this.options, this.bootstrap, this.draw) = (fit, paths, options, bootstrap, draw);

    /// <summary>The curve; intervals where one mediator's disturbance is correlated.</summary>
    public RhoCurve Fit(StructuralMoments at)
    {
        var start = new FixedCovariance(fit, paths).Solve(0) ?? throw new NumericalException($"The model without the covariance {paths.Between} has no minimum.");
        var tried = Outwards(start, 1).Concat(Outwards(start, -1)).ToDictionary(each => each.Rho, each => each.Solved);
        List<FixedCovariance> found = [.. tried.Values.OfType<FixedCovariance>().OrderBy(each => each.Rho)];
        var samples = bootstrap is null || paths.Sources.Length > 1 ? null : Samples(start);
        var rho = Zero(start, found);
        RhoPoint[] points = [.. options.Correlations.Select(each => Point(each, tried[each], samples))];
        var interval = samples?.Interval(path => path.Zero, rho);
        return new(points, RhoCurve.Around(at, paths, rho, interval, here => samples?.Interval(path => path.Effect(here), EffectAt(found, here))));
    }

    // The correlations on one side of zero, each found from the one before.
    private List<(double Rho, FixedCovariance? Solved)> Outwards(FixedCovariance start, int direction)
    {
        var found = new List<(double, FixedCovariance?)>();
        var last = start;
        foreach (var rho in options.Correlations.Union(Supporting).Where(each => direction > 0 ? each >= 0 : each < 0).OrderBy(Math.Abs))
        {
            var solved = last.Solve(rho);
            found.Add((rho, solved));
            last = solved ?? last;
        }

        return found;
    }

    /// <summary>The samples of the bootstrap along the correlation.</summary>
    internal SampledPaths Samples(FixedCovariance start)
    {
        var psi = start.Moments.Disturbances;
        var unit = Math.Sqrt(psi[paths.Sources[0], paths.Sources[0]] * psi[paths.Target, paths.Target]);
        return SampledPaths.Of(bootstrap!, [start, .. Ladder(start, unit), .. Ladder(start, -unit)], each => draw(each)!, paths, options);
    }

    private static IEnumerable<FixedCovariance> Ladder(FixedCovariance start, double unit)
    {
        var last = start;
        foreach (var scale in Scales)
        {
            if (last.At(scale * unit) is not { } next)
                yield break;
            yield return last = next;
        }
    }

    private RhoPoint Point(double rho, FixedCovariance? solved, SampledPaths? samples)
    {
        if (solved is null)
            return new() { Rho = rho, Reason = "the model with this correlation has no minimum" };
        var at = solved.Moments;
        var interval = samples?.Interval(path => path.Effect(rho), solved.Effect);
        var hasDirect = fit.Table.Rows.Any(row => row.Operator == Operator.Regression && row.Lhs == paths.Names[paths.Outcome] && row.Rhs == paths.Names[paths.Cause]);
        return new()
        {
            Rho = rho, Indirect = solved.Effect, Standardized = solved.Effect * Math.Sqrt(at.Covariance[paths.Cause, paths.Cause] / at.Covariance[paths.Outcome, paths.Outcome]),
            Direct = hasDirect ? at.Coefficients[paths.Outcome, paths.Cause] : null,
            Lower = interval?.Lower, Upper = interval?.Upper, ChiSquare = FreedCorrelation.ChiSquare(solved.Fit), Draws = samples?.Count(path => path.Effect(rho)),
        };
    }

    private static double EffectAt(List<FixedCovariance> found, double rho) =>
        new SampledPath([.. found.Select(each => each.Rho)], [.. found.Select(each => each.Effect)]).Effect(rho);

    // The crossing that is read between two correlations, then solved for.
    private static double Zero(FixedCovariance start, List<FixedCovariance> found)
    {
        var rho = new SampledPath([.. found.Select(each => each.Rho)], [.. found.Select(each => each.Effect)]).Zero;
        for (var (step, before, old) = (0, start.Rho, start.Effect); step < 20 && double.IsFinite(rho); step++)
        {
            var nearest = found.Append(start).MinBy(each => Math.Abs(each.Rho - rho))!;
            if (nearest.Solve(rho) is not { } here || Math.Abs(here.Effect) <= 1e-10 * Math.Abs(start.Effect) || here.Effect == old)
                break;
            var next = rho - (here.Effect * (rho - before) / (here.Effect - old));
            (before, old, rho) = (rho, here.Effect, Math.Abs(next) < 1 ? next : rho);
        }

        return rho;
    }
}
