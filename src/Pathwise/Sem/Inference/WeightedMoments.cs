using Pathwise.Sem.Estimation;
using Pathwise.Sem.Moments;

namespace Pathwise.Sem.Inference;

/// <summary>
/// One group's m moments for the variances of residuals: their covariance matrix G (of a case), the derivatives D by the t free parameters, and
/// these weighted, G W D, row by row.
/// </summary>
internal abstract class WeightedMoments
{
    /// <summary>The moments.</summary>
    public required MomentVector Vector { get; init; }

    /// <summary>Number of the group's cases.</summary>
    public required int Count { get; init; }

    /// <summary>The moments of a group, counted from 1; null when their information is singular.</summary>
    public static WeightedMoments? Of(FitResult fit, int group) =>
        IsNormal(fit) ? NormalMoments.OfGroup(fit, group) : DenseMoments.OfGroup(fit, group);

    /// <summary>Adds D' W D, times a weight, to a matrix of t x t.</summary>
    public static void AddInformation(FitResult fit, int group, double weight, double[] information)
    {
        if (IsNormal(fit))
            NormalMoments.AddGroup(fit, group, weight, information);
        else
            DenseMoments.AddGroup(fit, group, weight, information);
    }

    /// <summary>The diagonal of G, m.</summary>
    public abstract double[] Variances();

    /// <summary>G, m x m row-major.</summary>
    public abstract double[] Covariance();

    /// <summary>Writes row k of D.</summary>
    public abstract void Slopes(int k, Span<double> row);

    /// <summary>Writes row k of G W D.</summary>
    public abstract void WeightedSlopes(int k, Span<double> row);

    /// <summary>D' W G W D, t x t.</summary>
    public abstract double[] Spread();

    // Complete cases whose information is the expected one have both G and W in closed form.
    private static bool IsNormal(FitResult fit) =>
        !fit.Method.NeedsCases && fit.Options.Missing != MissingData.Fiml
        && (!fit.Method.HasLikelihood || fit.Options.InformationUsed() == Information.Expected);
}
