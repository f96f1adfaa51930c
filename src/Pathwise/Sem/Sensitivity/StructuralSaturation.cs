using MathNet.Numerics.LinearAlgebra;
using Pathwise.Sem.Estimation;
using Pathwise.Sem.Implied;

namespace Pathwise.Sem.Sensitivity;

/// <summary>
/// Whether the data say nothing about the correlation of two disturbances because the equation behind them is saturated: then fixing it at any
/// value changes neither the fit nor the measurement of the variables, and coefficients follow in closed form. Decided numerically: the covariances
/// that the changed equation implies are compared with those of the fit.
/// </summary>
/// <param name="IsSaturated">True when they are the same.</param>
/// <param name="Reason">Why not, as a clause; null when they are.</param>
internal sealed record StructuralSaturation(bool IsSaturated, string? Reason)
{
    private const double Tolerance = 1e-9;
    private const double Trial = 0.3;

    /// <summary>Of a fit at its estimates.</summary>
    public static StructuralSaturation Of(FitResult fit, ConfoundedPaths paths, StructuralMoments at)
    {
        var (target, names) = (paths.Names[paths.Target], paths.Names);
        ModelCell[] cells = [.. fit.Structure.Groups[0]];
        ModelCell[] own = [.. cells.Where(cell => cell.Matrix == ModelMatrix.Beta && cell.Row == paths.Target && cell.Free >= 0), .. cells.Where(cell => cell.Matrix == ModelMatrix.Psi && cell.Row == paths.Target && cell.Column == paths.Target)];
        if (paths.Sources.FirstOrDefault(source => HasCovariance(cells, source, paths.Target), -1) is var open and >= 0)
            return new(false, $"the model has the covariance {names[open]} ~~ {target}");
        if (own.Any(cell => cell.Free < 0))
            return new(false, $"the disturbance variance of {target} is fixed");
        if (fit.Table.Constraints.Any(each => own.Any(cell => each.Difference.Positions.Contains(cell.Free))))
            return new(false, $"constraints hold the equation of {target}");
        if (paths.Parents.Any(parent => Math.Abs((at.Totals * at.Disturbances)[parent, paths.Target]) > Tolerance * Unit(at, parent, paths.Target)))
            return new(false, $"the disturbance of {target} is related to its predictors already");
        return Moved(at, paths) is { } pair
            ? new(false, $"the model restricts how {names[pair.One]} and {names[pair.Other]} are related")
            : !KeepsMeans(fit, at, paths) ? new(false, $"the means leave {target} no intercept of its own") : new(true, null);
    }

    private static bool HasCovariance(ModelCell[] cells, int source, int target) =>
        cells.Any(cell => cell.Matrix == ModelMatrix.Psi && (cell.Row, cell.Column) == (Math.Max(source, target), Math.Min(source, target)) && (cell.Free >= 0 || cell.Fixed != 0));

    private static double Unit(StructuralMoments at, int one, int other) => Math.Sqrt(at.Covariance[one, one] * at.Covariance[other, other]);

    // The pair of variables whose implied covariance the changed equation does not keep, or null.
    private static (int One, int Other)? Moved(StructuralMoments at, ConfoundedPaths paths)
    {
        var changed = Changed(at, paths, Trial * ConfoundedEquation.Of(at, paths).Limit);
        for (var i = 0; i < at.Covariance.RowCount; i++)
        {
            for (var j = 0; j <= i; j++)
            {
                if (!(Math.Abs(changed.Covariance[i, j] - at.Covariance[i, j]) <= Tolerance * Unit(at, i, j)))
                    return (j, i);
            }
        }

        return null;
    }

    /// <summary>The structural variables with disturbances correlated so.</summary>
    internal static StructuralMoments Changed(StructuralMoments at, ConfoundedPaths paths, double rho)
    {
        var equation = ConfoundedEquation.Of(at, paths);
        var (coefficients, disturbances) = (at.Coefficients.Clone(), at.Disturbances.Clone());
        var deviation = equation.Deviation(rho);
        var covariances = Vector<double>.Build.Dense(paths.Sources.Length, j => rho * deviation * Math.Sqrt(at.Disturbances[paths.Sources[j], paths.Sources[j]]));
        var moved = StructuralMoments.Part(at.Covariance, paths.Parents, paths.Parents).Solve(StructuralMoments.Part(at.Totals, paths.Parents, paths.Sources) * covariances);
        for (var i = 0; i < paths.Parents.Length; i++)
            coefficients[paths.Target, paths.Parents[i]] -= moved[i];
        for (var j = 0; j < paths.Sources.Length; j++)
            disturbances[paths.Sources[j], paths.Target] = disturbances[paths.Target, paths.Sources[j]] = covariances[j];
        disturbances[paths.Target, paths.Target] = deviation * deviation;
        return StructuralMoments.Of(coefficients, disturbances);
    }

    // A free intercept takes up what changed coefficients do to the mean.
    private static bool KeepsMeans(FitResult fit, StructuralMoments at, ConfoundedPaths paths)
    {
        if (!fit.Table.HasMeanStructure || fit.Structure.Groups[0].Any(cell => cell.Matrix == ModelMatrix.Alpha && cell.Row == paths.Target && cell.Free >= 0))
            return true;
        var means = fit.Implied(1).LatentMeans;
        var changed = Changed(at, paths, Trial * ConfoundedEquation.Of(at, paths).Limit).Coefficients;
        var moved = paths.Parents.Sum(parent => (changed[paths.Target, parent] - at.Coefficients[paths.Target, parent]) * means[parent]);
        return Math.Abs(moved) <= Tolerance * Math.Sqrt(at.Covariance[paths.Target, paths.Target]);
    }
}
