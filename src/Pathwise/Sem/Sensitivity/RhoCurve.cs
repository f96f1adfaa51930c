using Pathwise.Numerics;

namespace Pathwise.Sem.Sensitivity;

/// <summary>The effect along the disturbance correlation.</summary>
/// <param name="Points">One for each correlation tried, in their order.</param>
/// <param name="Zero">Where the effect and its interval reach zero.</param>
internal sealed record RhoCurve(IReadOnlyList<RhoPoint> Points, ZeroCorrelation Zero)
{
    private const double Farthest = 0.999;
    private const double Step = 0.01;

    /// <summary>In closed form, where the equation is saturated: the chi-square is that of the fit at every correlation.</summary>
    public static RhoCurve Closed(StructuralMoments at, ConfoundedPaths paths, ConfoundedDraws? draws, SensitivityOptions options, double chiSquare)
    {
        var here = DrawnPoint.Of(at, paths);
        RhoPoint[] points = [.. options.Correlations.Select(rho => Point(here, draws, rho, chiSquare))];
        var rho = here.Equation.Zero;
        Interval? Bounds(double at) => draws?.Interval(point => point.Equation.Effect(at), here.Equation.Effect(at));
        return new(points, Around(at, paths, rho, draws?.Interval(point => point.Equation.Zero, rho), Bounds));
    }

    /// <summary>What is said of a correlation at which the effect is zero; NaN where there is none.</summary>
    /// <param name="at">The structural moments of the fit.</param>
    /// <param name="paths">The effect.</param>
    /// <param name="rho">The correlation.</param>
    /// <param name="interval">Its interval.</param>
    /// <param name="bounds">The interval of the effect at any correlation; null where there is none.</param>
    public static ZeroCorrelation Around(StructuralMoments at, ConfoundedPaths paths, double rho, Interval? interval, Func<double, Interval?> bounds)
    {
        if (!double.IsFinite(rho))
            return new();
        return new()
        {
            Rho = rho,
            Lower = Reach(bounds, rho, -1),
            Upper = Reach(bounds, rho, 1),
            ResidualShare = rho * rho,
            TotalShare = paths.Sources is [var source] ? rho * rho * Unexplained(at, source) * Unexplained(at, paths.Target) : null,
            Interval = interval,
        };
    }

    private static double Unexplained(StructuralMoments at, int variable) => at.Disturbances[variable, variable] / at.Covariance[variable, variable];

    private static RhoPoint Point(DrawnPoint here, ConfoundedDraws? draws, double rho, double chiSquare)
    {
        var effect = here.Equation.Effect(rho);
        if (!double.IsFinite(effect))
            return new() { Rho = rho, Reason = FormattableString.Invariant($"the disturbances can correlate up to {here.Equation.Limit:0.###} alone") };
        var interval = draws?.Interval(point => point.Equation.Effect(rho), effect);
        return new()
        {
            Rho = rho, Indirect = effect, Standardized = effect * here.Scale, Direct = Finite(here.Equation.Direct(rho)),
            Lower = interval?.Lower, Upper = interval?.Upper, ChiSquare = chiSquare, Draws = draws?.Draws(point => point.Equation.Effect(rho)).Count,
        };
    }

    /// <summary>The last correlation, going from one in a direction, at which the interval holds zero; null where it does to the end, or there is none.</summary>
    private static double? Reach(Func<double, Interval?> bounds, double rho, int direction)
    {
        bool Holds(double at) => bounds(at)?.Contains(0) ?? true;
        if (bounds(rho) is null || !Holds(rho))
            return null;
        var (inside, outside) = (rho, rho);
        for (; Holds(outside); inside = outside, outside += direction * Step)
        {
            if (Math.Abs(outside + (direction * Step)) > Farthest)
                return null;
        }

        while (Math.Abs(outside - inside) > 1e-7)
        {
            var middle = (inside + outside) / 2;
            (inside, outside) = Holds(middle) ? (middle, outside) : (inside, middle);
        }

        return inside;
    }

    private static double? Finite(double value) => double.IsFinite(value) ? value : null;
}
