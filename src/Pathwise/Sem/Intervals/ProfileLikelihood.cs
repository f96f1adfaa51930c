using MathNet.Numerics.LinearAlgebra;
using Pathwise.Numerics;
using Pathwise.Sem.Effects;
using Pathwise.Sem.Estimation;
using Pathwise.Sem.Inference;

namespace Pathwise.Sem.Intervals;

/// <summary>
/// The likelihood of a model as a function of one quantity of its parameters, everything else chosen best for each value of it; and the
/// values that a likelihood-ratio test of one degree of freedom does not reject (Neale and Miller, 1997). One worker's.
/// </summary>
internal sealed class ProfileLikelihood
{
    private const int MostSteps = 300;

    private readonly FitResult fit;
    private readonly Objective objective;
    private readonly ParameterQuantity quantity;
    private readonly Matrix<double> basis;
    private readonly double estimate;
    private readonly double error;

    private ProfileLikelihood(FitResult fit, ParameterQuantity quantity, Matrix<double> basis, double error)
    {
        (this.fit, this.quantity, this.basis, this.error) = (fit, quantity, basis, error);
        objective = fit.Objective();
        estimate = quantity.Value([.. fit.Values]);
    }

    /// <summary>
    /// The profile of a quantity; null where it is not defined: other estimators than maximum likelihood (reduced-bias ones and those within bounds, with a ridge or in two stages, too), inequalities or nonlinear
    /// constraints, or a quantity without a standard error.
    /// </summary>
    /// <param name="fit">The fit.</param>
    /// <param name="quantity">The quantity.</param>
    /// <param name="covariance">Covariances of the fit's estimates, computed once for all its quantities; null where they do not exist.</param>
    public static ProfileLikelihood? Of(FitResult fit, ParameterQuantity quantity, Matrix<double>? covariance)
    {
        var isPlain = fit.Table.Constraints.All(constraint => constraint.IsEquality && constraint.Difference.IsLinear);
        if (!fit.Method.HasLikelihood || fit.Options.BiasReduction != BiasReduction.None || fit.Options.Bounds != BoundsKind.None || fit.Options.Ridge != 0 || fit.Method.Certainty is not null || !isPlain || covariance is null)
            return null;
        var error = quantity.StandardError([.. fit.Values], covariance);
        return error is > 0 ? new ProfileLikelihood(fit, quantity, ParameterCovariance.Basis(fit) ?? Matrix<double>.Build.DenseIdentity(fit.Values.Count), error.Value) : null;
    }

    /// <summary>The interval at a level; null when a bound is not found, as where the likelihood never falls enough.</summary>
    public Interval? Interval(double level)
    {
        var limit = Math.Sqrt(ChiSquareDistribution.Quantile(level, 1));
        return Bound(-limit) is { } lower && Bound(limit) is { } upper ? new Interval(lower, upper, level) : null;
    }

    /// <summary>
    /// The p value of the likelihood-ratio test that the quantity is zero; null when no constrained fit is found. Zero is approached in
    /// steps of a standard error at most, each from the fit before.
    /// </summary>
    public double? PValueOfZero() => ChiSquareOfZero() is { } found ? ChiSquareDistribution.UpperTail(found, 1) : null;

    /// <summary>The chi-square of that test.</summary>
    public double? ChiSquareOfZero()
    {
        var steps = Math.Clamp((int)Math.Ceiling(Math.Abs(estimate) / error), 1, 50);
        (double[] Point, double Discrepancy, double Slope)? best = ([.. fit.Values], fit.Discrepancy, 0);
        for (var step = 1; step <= steps && best is not null; step++)
            best = Constrained(best.Value.Point, estimate * (1 - ((double)step / steps)));
        return best is { } found ? Math.Max(ChiSquare(found.Discrepancy), 0) : null;
    }

    /// <summary>The likelihood-ratio chi-square at a value of the quantity; null when no constrained fit is found.</summary>
    public double? ChiSquareAt(double value) => Constrained([.. fit.Values], value) is { } best ? ChiSquare(best.Discrepancy) : null;

    private double ChiSquare(double discrepancy) => fit.Multiplier * (discrepancy - fit.Discrepancy);

    /// <summary>
    /// The value at which the signed root of the chi-square reaches <paramref name="limit"/>: Newton's method, as the multiplier of the
    /// constrained fit is the slope of F, kept inside the bracket found so far.
    /// </summary>
    private double? Bound(double limit)
    {
        double near = estimate, far = limit > 0 ? double.PositiveInfinity : double.NegativeInfinity;
        var value = estimate + (limit * error);
        double[] start = [.. fit.Values];
        for (var step = 0; step < 60; step++)
        {
            if (Constrained(start, value) is not { } best)
            {
                far = value;
                value = near + (0.5 * (value - near));
                if (Math.Abs(value - near) < 1e-9 * error)
                    return null;
                continue;
            }

            start = best.Point;
            var root = Math.Sign(limit) * Math.Sqrt(Math.Max(ChiSquare(best.Discrepancy), 0));
            if (Math.Abs(root - limit) < 1e-9)
                return value;
            (near, far) = Math.Abs(root) < Math.Abs(limit) ? (value, far) : (near, value);
            value = Next(value, root, limit, best.Slope, near, far);
        }

        return null;
    }

    private double Next(double value, double root, double limit, double slope, double near, double far)
    {
        var newton = value + ((limit - root) * 2 * root / (fit.Multiplier * slope));
        var isInside = limit > 0 ? newton > near && newton < far : newton < near && newton > far;
        if (isInside && Math.Abs(newton - near) < 20 * error)
            return newton;
        return double.IsFinite(far) ? near + (0.5 * (far - near)) : near + (limit * error);
    }

    /// <summary>
    /// Minimises F among parameters at which the quantity has a value: Fisher scoring with a multiplier, steps cut until they improve F or
    /// the distance to the value.
    /// </summary>
    private (double[] Point, double Discrepancy, double Slope)? Constrained(double[] start, double value)
    {
        double[] point = [.. start], gradient = new double[point.Length], slopes = new double[point.Length];
        var penalty = 0.0;
        for (var iteration = 0; iteration < MostSteps; iteration++)
        {
            var discrepancy = objective.Gradient(point, gradient);
            if (!double.IsFinite(discrepancy))
                return null;
            var miss = quantity.Gradient(point, slopes) - value;
            if (Step(gradient, slopes, miss) is not var (step, multiplier, decrement))
                return null;
            if (decrement < 1e-17 && Math.Abs(miss) < 1e-11 * (1 + Math.Abs(value)))
                return (point, discrepancy, multiplier);
            penalty = Math.Max(penalty, 2 * Math.Abs(multiplier));
            if (!TryMove(point, step, value, penalty, discrepancy + (penalty * Math.Abs(miss))))
                return decrement < 1e-12 && Math.Abs(miss) < 1e-8 * (1 + Math.Abs(value)) ? (point, discrepancy, multiplier) : null;
        }

        return null;
    }

    // [H a; a' 0] [d; -multiplier] = -[gradient; miss], in the directions that the constraints leave free.
    private (Vector<double> Step, double Multiplier, double Decrement)? Step(double[] gradient, double[] slopes, double miss)
    {
        var t = gradient.Length;
        var hessian = 2 * basis.TransposeThisAndMultiply(Matrix<double>.Build.Dense(t, t, objective.Information()) * basis);
        var factor = hessian.ToRowMajorArray();
        if (!Cholesky.TryFactor(factor, basis.ColumnCount))
            return null;
        var slope = basis.TransposeThisAndMultiply(Vector<double>.Build.Dense(slopes));
        double[] byGradient = [.. basis.TransposeThisAndMultiply(Vector<double>.Build.Dense(gradient))], bySlope = [.. slope];
        Cholesky.Solve(factor, byGradient.Length, byGradient);
        Cholesky.Solve(factor, bySlope.Length, bySlope);
        var (toGradient, toSlope) = (Vector<double>.Build.Dense(byGradient), Vector<double>.Build.Dense(bySlope));
        var curvature = slope * toSlope;
        if (!(curvature > 0))
            return null;
        var multiplier = ((slope * toGradient) - miss) / curvature;
        var step = (multiplier * toSlope) - toGradient;
        return (basis * step, multiplier, step * hessian * step);
    }

    private bool TryMove(double[] point, Vector<double> step, double value, double penalty, double before)
    {
        var trial = new double[point.Length];
        for (var length = 1.0; length > 1e-8; length *= 0.5)
        {
            for (var j = 0; j < trial.Length; j++)
                trial[j] = point[j] + (length * step[j]);
            var after = objective.Value(trial) + (penalty * Math.Abs(quantity.Value(trial) - value));
            if (!(after < before + (1e-14 * (1 + Math.Abs(before)))))
                continue;
            trial.CopyTo(point, 0);
            return true;
        }

        return false;
    }
}
