using MathNet.Numerics.LinearAlgebra;
using Pathwise.Sem.Estimation;

namespace Pathwise.Sem.Inference;

/// <summary>
/// Corrections for data that are not normal. Both rest on tr(A^-1 B), A the information and B the information of first order, of the
/// saturated model less that of the fitted one: MLM with the expected information and fourth-order moments at the implied covariances (Satorra
/// and Bentler 1994), MLR with the observed information of each model at its own estimates (Yuan and Bentler 2000, as Mplus has it), two stages with the normal-theory weights at
/// the moments of the first and their asymptotic covariance (Savalei and Bentler 2009).
/// </summary>
internal static class RobustCorrection
{
    /// <summary>tr(A^-1 B) of the fitted model; null when the information is singular.</summary>
    public static double? ModelTrace(FitResult fit) => Parts(fit.Working) is { } parts ? (parts.Inverse * parts.Middle).Trace() : null;

    /// <summary>tr(A^-1 B) of the saturated model; null when the information is singular.</summary>
    public static double? SaturatedTrace(FitResult fit) =>
        Enumerable.Range(1, fit.Table.GroupCount).Select(group => SaturatedTrace(fit.Working, group)).Aggregate((double?)0, (sum, trace) => sum + trace);

    /// <summary>The factor by which the chi-square is divided; null without degrees of freedom.</summary>
    public static double? ScalingFactor(FitResult fit)
    {
        var df = DegreesOfFreedom.Of(fit);
        return df <= 0 ? null : fit.Structure.Responses is null ? (SaturatedTrace(fit) - ModelTrace(fit)) / df : ResidualTraces.Of(fit)?.Trace / df;
    }

    /// <summary>A^-1 B A^-1 / N, the sandwich covariance of the estimates; null when the information is singular.</summary>
    public static Matrix<double>? Sandwich(FitResult fit) => fit.Centred is { } centred
        ? centred.Raw(Sandwich(centred.Fit))
        : Parts(fit) is { } parts ? parts.Inverse * parts.Middle * parts.Inverse / fit.Multiplier : null;

    private static double? SaturatedTrace(FitResult fit, int group)
    {
        var sandwich = fit.Method.Sandwich!;
        if (fit.Method.Certainty is { } kind)
            return FirstStageSandwich.Trace(fit.Sample[group - 1], fit.Table.HasMeanStructure, kind);
        var saturated = sandwich.IsEachAtItsOwn ? SaturatedGroup.AtSample(fit, group) : SaturatedGroup.AtModel(fit, group);
        return ParameterCovariance.Inverse(saturated.Information(fit.Options.InformationUsed())) is { } inverse
            ? (inverse * saturated.Middle(sandwich.Middle)).Trace()
            : null;
    }

    /// <summary>A^-1 and B of the fitted model; null when the information is singular.</summary>
    public static (Matrix<double> Inverse, Matrix<double> Middle)? Parts(FitResult fit)
    {
        double[] values = [.. fit.Values];
        if (values.Length == 0 || !double.IsFinite(fit.Discrepancy))
            return null;
        return fit.Inverse().Matrix is { } inverse
            ? (inverse, Matrix<double>.Build.Dense(values.Length, values.Length, fit.Method.Sandwich!.Middle(fit.Structure, values, fit.Sample)))
            : null;
    }
}
