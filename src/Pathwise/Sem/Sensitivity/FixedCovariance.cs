using MathNet.Numerics.LinearAlgebra;
using Pathwise.Sem.Estimation;
using Pathwise.Sem.Specification;

namespace Pathwise.Sem.Sensitivity;

/// <summary>A model with the covariances of some disturbances and another fixed, and the correlation that they make there.</summary>
internal sealed class FixedCovariance
{
    private const int MostFits = 60;
    private const double Tolerance = 1e-8;

    private readonly ConfoundedPaths paths;
    private readonly double[] covariances;

    /// <summary>A model before anything is fixed.</summary>
    public FixedCovariance(FitResult fit, ConfoundedPaths paths)
        : this(fit, paths, new double[paths.Sources.Length], 0)
    {
    }

    private FixedCovariance(FitResult fit, ConfoundedPaths paths, double[] covariances, double rho)
    {
        (Fit, this.paths, this.covariances, Rho) = (fit, paths, covariances, rho);
        Moments = StructuralMoments.Of(fit.Implied(1));
        Effect = ConfoundedEquation.Value(Moments, paths);
    }

    /// <summary>The fit.</summary>
    public FitResult Fit { get; }

    /// <summary>Its structural moments.</summary>
    public StructuralMoments Moments { get; }

    /// <summary>The correlation that was solved for, the same for every source; NaN where a covariance was given.</summary>
    public double Rho { get; }

    /// <summary>The effect there.</summary>
    public double Effect { get; }

    /// <summary>
    /// The model with another correlation, found from this one: secants for the logarithm of each covariance, on which that of rho / sqrt(1 - rho^2) is
    /// about linear. Null where no minimum has it.
    /// </summary>
    public FixedCovariance? Solve(double rho)
    {
        var tried = Start(rho);
        var current = this;
        double[]? before = null, reached = null;
        for (var step = 0; step < MostFits; step++)
        {
            var changed = current.With(tried);
            if (!changed.HasConverged)
                return null;
            current = new(changed, paths, tried, rho);
            var now = current.Correlations();
            if (now.All(each => Math.Abs(each - rho) <= Tolerance))
                return current;
            (before, tried, reached) = (tried, Next(rho, before, tried, reached, now), now);
        }

        return null;
    }

    /// <summary>The model with another covariance of its only source; null where it has no minimum.</summary>
    public FixedCovariance? At(double covariance)
    {
        var changed = With([covariance]);
        return changed.HasConverged ? new(changed, paths, [covariance], double.NaN) : null;
    }

    private double[] Start(double rho) =>
        [.. paths.Sources.Select((source, j) => covariances[j] != 0 && Rho * rho > 0
            ? covariances[j] * Odds(rho) / Odds(Rho)
            : Odds(rho) * Math.Sqrt(Moments.Disturbances[source, source] * Math.Max(Moments.Disturbances[paths.Target, paths.Target], 0)))];

    // Where a covariance is more than the variances allow it is halved.
    private static double[] Next(double rho, double[]? before, double[] tried, double[]? reached, double[] now) => [.. tried.Select((value, j) =>
    {
        if (!(Math.Abs(now[j]) < 1))
            return value / 2;
        var slope = reached is null || before is null || before[j] == value || !(Math.Abs(reached[j]) < 1)
            ? 1
            : Math.Clamp(Math.Log(Odds(now[j]) / Odds(reached[j])) / Math.Log(value / before[j]), 0.05, 5);
        return value * Math.Pow(Odds(rho) / Odds(now[j]), 1 / slope);
    })];

    private double[] Correlations() =>
        [.. paths.Sources.Select((source, j) => covariances[j] == 0 ? 0 : covariances[j] / Math.Sqrt(Moments.Disturbances[source, source] * Moments.Disturbances[paths.Target, paths.Target]))];

    // Begins where the covariances of the variables are as before: there the closed form of a saturated equation leads.
    private FitResult With(double[] values)
    {
        var (model, parents, target) = (new ChangedModel(Fit), paths.Parents, paths.Names[paths.Target]);
        var acting = StructuralMoments.Part(Moments.Totals, parents, paths.Sources);
        Vector<double> old = acting * Vector<double>.Build.Dense(covariances), next = acting * Vector<double>.Build.Dense(values);
        var among = StructuralMoments.Part(Moments.Covariance, parents, parents);
        Vector<double> before = among.Solve(old), after = among.Solve(next);
        for (var i = 0; i < parents.Length; i++)
            model.Start(target, paths.Names[parents[i]], Moments.Coefficients[paths.Target, parents[i]] + before[i] - after[i]);
        model.Start(target, target, Moments.Disturbances[paths.Target, paths.Target] + (next * after) - (old * before));
        for (var j = 0; j < values.Length; j++)
            model.Fix(paths.Names[paths.Sources[j]], Operator.Covariance, target, values[j]);
        return model.Fit();
    }

    private static double Odds(double rho) => rho / Math.Sqrt(1 - (rho * rho));
}
