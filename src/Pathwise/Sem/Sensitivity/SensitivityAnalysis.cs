using Pathwise.Sem.Estimation;
using Pathwise.Sem.Intervals;
using Pathwise.Sem.Resampling;
using Pathwise.Sem.Specification;
using Pathwise.Tables;

namespace Pathwise.Sem.Sensitivity;

/// <summary>Asks of an indirect effect which confounder would undo it.</summary>
public static class SensitivityAnalysis
{
    /// <summary>
    /// Correlated disturbances, robustness values with contours and benchmarks, a phantom variable, reliability against confounding and the mediational
    /// E-value of an indirect effect of a fit of one group. Every interval is recomputed in each sample from the sample's own moments.
    /// </summary>
    /// <param name="fit">The fit.</param>
    /// <param name="options">The effect, and what is tried.</param>
    /// <param name="data">The cases that the model was fitted to, where columns of theirs are benchmarks.</param>
    /// <param name="progress">Told of the samples drawn, bootstrap after bootstrap.</param>
    /// <param name="cancellation">Ends the analysis.</param>
    /// <exception cref="InputException">The effect or a column does not exist, the effect has no mediator, or a number is out of its range.</exception>
    /// <exception cref="NumericalException">The model has no minimum, or a disturbance no variance.</exception>
    /// <exception cref="OperationCanceledException">Cancellation was asked for.</exception>
    public static SensitivityResult Sensitivity(
        this FitResult fit, SensitivityOptions options, DataTable? data = null, IProgress<BootstrapProgress>? progress = null, CancellationToken cancellation = default)
    {
        fit.CheckSensitivity(options, data);
        return new Run(fit, options.Checked(), progress, cancellation).Result(data);
    }

    /// <summary>Stops where <see cref="Sensitivity"/> would: the same complaint before samples are drawn as after them.</summary>
    /// <exception cref="InputException">See there.</exception>
    public static void CheckSensitivity(this FitResult fit, SensitivityOptions options, DataTable? data = null)
    {
        ArgumentNullException.ThrowIfNull(fit);
        ArgumentNullException.ThrowIfNull(options);
        ConfoundedPaths.Of(fit, options.Checked());
        PhantomVariable.Check(fit, options.Phantom);
        Benchmarks.Check(fit, data, options.Benchmarks);
        if (options.Bootstrap is not null && fit.Sample.Any(sample => sample.Cases is null))
            throw new InputException("A bootstrap draws cases, and the sample gives moments alone; expected cases.");
        fit.RequireConverged();
    }

    private sealed class Run
    {
        private readonly FitResult given;
        private readonly FitResult fit;
        private readonly SensitivityOptions options;
        private readonly IProgress<BootstrapProgress>? progress;
        private readonly CancellationToken cancellation;
        private readonly ConfoundedPaths paths;
        private readonly StructuralMoments at;
        private readonly BootstrapResult? bootstrap;
        private readonly ConfoundedDraws? draws;

        public Run(FitResult fit, SensitivityOptions options, IProgress<BootstrapProgress>? progress, CancellationToken cancellation)
        {
            (given, this.options, this.progress, this.cancellation) = (fit, options, progress, cancellation);
            this.fit = InOwnUnits(fit.Table.Rows.Any(row => row.IsSampleMoment) ? new ChangedModel(fit).WithRandomExogenous().Fit().RequireConverged() : fit, options);
            paths = ConfoundedPaths.Of(this.fit, options);
            at = StructuralMoments.Of(this.fit.Implied(1));
            RequireVariances();
            bootstrap = Draw(this.fit);
            draws = bootstrap is null ? null : ConfoundedDraws.Of(bootstrap, paths, options);
        }

        public SensitivityResult Result(DataTable? data)
        {
            var saturation = StructuralSaturation.Of(fit, paths, at);
            var curve = saturation.IsSaturated
                ? RhoCurve.Closed(at, paths, draws, options, FreedCorrelation.ChiSquare(fit))
                : new RefittedCurve(fit, paths, options, bootstrap, Draw).Fit(at);
            var here = DrawnPoint.Of(at, paths);
            return new()
            {
                Fit = given, Options = options, Effect = paths.Effect, Estimate = here.Equation.Estimate, Standardized = here.Equation.Estimate * here.Scale,
                Between = paths.Between, IsSaturated = saturation.IsSaturated, Reason = saturation.Reason, Curve = curve.Points, Zero = curve.Zero,
                Mediators = saturation.IsSaturated ? MediatorPlane.Of(at, paths) : [],
                SmallestShare = saturation.IsSaturated ? MediatorPlane.SmallestShare(at, paths) : null,
                Identified = saturation.IsSaturated ? null : FreedCorrelation.Of(fit, paths),
                Robustness = RobustnessValues.Of(at, paths, draws, options.IsRandomized),
                Paths = [.. paths.Arrows.Select(arrow => arrow.Path(at, paths)).OfType<ConfoundedPath>()],
                Benchmarks = [.. options.Benchmarks.SelectMany(column => new Benchmarks(fit, paths, at, data!).Of(column))],
                Phantom = options.Phantom.Count == 0 ? null : PhantomVariable.Of(fit, paths, options, Draw),
                Reliability = saturation.IsSaturated ? ReliabilityPlane.Of(at, paths, options.Reliabilities) : [],
                EValue = EValue(here), Bootstrap = bootstrap,
            };
        }

        // A disturbance whose variance is fixed can take up nothing.
        private static FitResult InOwnUnits(FitResult fit, SensitivityOptions options)
        {
            var paths = ConfoundedPaths.Of(fit, options);
            string[] names = [.. paths.Sources.Append(paths.Target).Select(each => paths.Names[each])];
            bool IsFixed(Parameter row) => row is { Operator: Operator.Covariance, FixedValue: not null and not 0 } && row.Lhs == row.Rhs && names.Contains(row.Lhs);
            return fit.Table.Rows.Any(IsFixed) ? names.Aggregate(new ChangedModel(fit), (model, name) => model.WithFreeVariance(name)).Fit().RequireConverged() : fit;
        }

        private void RequireVariances()
        {
            foreach (var each in paths.Sources.Append(paths.Target))
            {
                if (!(at.Disturbances[each, each] > 0))
                    throw new NumericalException(FormattableString.Invariant($"The disturbance variance of {paths.Names[each]} is {at.Disturbances[each, each]:g6}: there is no correlation of its disturbance."));
            }
        }

        private BootstrapResult? Draw(FitResult changed)
        {
            if (options.Bootstrap is not { } asked)
                return null;
            var drawn = changed.Bootstrap(asked with { HasJackknife = options.Kind == IntervalKind.BcA }, null, progress, cancellation);
            cancellation.ThrowIfCancellationRequested();
            return drawn;
        }

        private MediationalEValue? EValue(DrawnPoint here)
        {
            var standardized = here.Equation.Estimate * here.Scale;
            if (!double.IsFinite(standardized))
                return null;
            var interval = draws?.Interval(point => point.Equation.Estimate * point.Scale, standardized);
            return new()
            {
                Standardized = standardized, RiskRatio = MediationalEValue.Ratio(standardized), Value = MediationalEValue.Of(standardized),
                OfBound = interval is { } bounds ? bounds.Contains(0) ? 1 : MediationalEValue.Of(Math.Min(Math.Abs(bounds.Lower), Math.Abs(bounds.Upper))) : null,
            };
        }
    }
}
