using System.Runtime.CompilerServices;
using MathNet.Numerics.LinearAlgebra;
using Pathwise.Sem.Estimation;

namespace Pathwise.Sem.Inference;

/// <summary>
/// The covariance matrix of the estimates, t x t. Constraints, and inequalities that hold the estimates back, enter through a
/// basis K of the directions that they leave free: K (K' I K)^-1 K', which is what the bordered information gives
/// (Aitchison and Silvey 1958).
/// </summary>
internal static class ParameterCovariance
{
    private static readonly ConditionalWeakTable<FitResult, StrongBox<Matrix<double>?>> Known = [];

    /// <summary>The covariance matrix, or null, computed when it is first asked for; not to be changed, since a fit's tables share it.</summary>
    public static Matrix<double>? Once(FitResult fit) => Known.GetValue(fit, made => new(Of(made))).Value;

    /// <summary>
    /// The covariance matrix, or null when the information is singular; rows of parameters about which there is none
    /// (<see cref="FitResult.WithoutInformation"/>) are zero.
    /// </summary>
    public static Matrix<double>? Of(FitResult fit)
    {
        if (fit.Values.Count == 0 || !double.IsFinite(fit.Discrepancy) || fit.Warnings.Any(warning => warning.Code == "not-identified"))
            return null;
        if (fit.EarlierStep is { } first)
            return first.Covariance;
        if (fit.Method.IsRobust)
            return RobustCorrection.Sandwich(fit);
        return fit.Inverse().Matrix?.Divide(Cases(fit));
    }

    /// <summary>Directions that the constraints leave free at the estimates, t x r; null where that is all of them.</summary>
    public static Matrix<double>? Basis(FitResult fit) => Basis(fit, fit.ActiveInequalities);

    /// <summary>Directions that the equalities and these inequalities leave free at the estimates, t x r; null where that is all of them.</summary>
    public static Matrix<double>? Basis(FitResult fit, IReadOnlyList<int> active) =>
        fit.Constraints.Jacobian([.. fit.Values], active) is { } jacobian ? NullSpace.Of(jacobian, fit.Values.Count) : null;

    /// <summary>The inverse of an information matrix, or null when it is not positive definite.</summary>
    public static Matrix<double>? Inverse(Matrix<double> information) => Inverse(information.ToRowMajorArray(), null);

    /// <summary>K (K' I K)^-1 K', or null when K' I K is not positive definite; K null stands for the identity.</summary>
    public static Matrix<double>? Inverse(double[] information, Matrix<double>? basis) => InformationInverse.Positive(information, basis);

    /// <summary>The number of cases by which the information of a case is multiplied.</summary>
    public static double Cases(FitResult fit) =>
        fit.Multiplier;
}
