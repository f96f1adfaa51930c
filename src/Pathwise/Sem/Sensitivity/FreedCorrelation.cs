using Pathwise.Sem.Effects;
using Pathwise.Sem.Estimation;
using Pathwise.Sem.Implied;
using Pathwise.Sem.Inference;
using Pathwise.Sem.Specification;

namespace Pathwise.Sem.Sensitivity;

/// <summary>Frees the correlation of two disturbances that a model determines, and beside it the direct effect that the model lacks.</summary>
internal static class FreedCorrelation
{
    private const double SameFit = 1e-6;

    /// <summary>The correlation and both tests; null for several mediators, and where the data do not determine the correlation.</summary>
    public static IdentifiedCorrelation? Of(FitResult fit, ConfoundedPaths paths)
    {
        if (paths.Sources is not [var source])
            return null;
        var (one, other) = (paths.Names[source], paths.Names[paths.Target]);
        var restricted = new ChangedModel(fit).Fix(one, Operator.Covariance, other, 0).Fit();
        var free = new ChangedModel(fit).Free(one, Operator.Covariance, other, 0).Fit();
        if (!restricted.HasConverged || !free.HasConverged || free.Warnings.Any(warning => warning.Code == "not-identified"))
            return null;
        var direct = Direct(restricted, paths);
        return new()
        {
            Rho = Correlation(free, one, other)([.. free.Values]),
            StandardError = ParameterCovariance.Of(free) is { } covariance ? new ParameterQuantity(Correlation(free, one, other), free.Values.Count, units: free.Units).StandardError([.. free.Values], covariance) : null,
            Indirect = ConfoundedEquation.Value(StructuralMoments.Of(free.Implied(1)), paths),
            ChiSquare = ChiSquare(restricted),
            DegreesOfFreedom = restricted.DegreesOfFreedom(),
            ChiSquareCorrelated = ChiSquare(free),
            ChiSquareDirect = direct is null ? null : ChiSquare(direct),
            Test = free.Compare(restricted),
            IsOneTest = direct is not null && Math.Abs(ChiSquare(direct) - ChiSquare(free)) <= SameFit * Math.Max(1, ChiSquare(free)) && direct.DegreesOfFreedom() == free.DegreesOfFreedom(),
        };
    }

    /// <summary>The chi-square that belongs to a fit's discrepancy.</summary>
    public static double ChiSquare(FitResult fit) => fit.Multiplier * fit.Discrepancy;

    private static FitResult? Direct(FitResult fit, ConfoundedPaths paths)
    {
        if (paths.Outcome != paths.Target || paths.Parents.Contains(paths.Cause))
            return null;
        var direct = new ChangedModel(fit).Free(paths.Names[paths.Outcome], Operator.Regression, paths.Names[paths.Cause], 0).Fit();
        return direct.HasConverged ? direct : null;
    }

    private static Func<double[], double> Correlation(FitResult fit, string one, string other)
    {
        var moments = new ImpliedMoments(fit.Structure, 0);
        var (i, j, m) = (Position(fit, one), Position(fit, other), moments.LatentSize);
        return values =>
        {
            moments.Update(values);
            return moments.Psi[(i * m) + j] / Math.Sqrt(moments.Psi[(i * m) + i] * moments.Psi[(j * m) + j]);
        };
    }

    private static int Position(FitResult fit, string name) => fit.Structure.Latents.ToList().IndexOf(name);
}
