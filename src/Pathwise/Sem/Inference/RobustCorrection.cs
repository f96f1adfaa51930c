using MathNet.Numerics.LinearAlgebra;
using Pathwise.Sem.Estimation;
using Pathwise.Sem.Implied;
using Pathwise.Sem.Moments;
using Pathwise.Sem.Specification;

namespace Pathwise.Sem.Inference;

/// <summary>
/// Corrections for data that are not normal. Both rest on tr(A^-1 B), A the information and B the information of first order, of the
/// saturated model less that of the fitted one: MLM with the expected information and fourth-order moments at the implied covariances (Satorra
/// and Bentler 1994), MLR with the observed information of each model at its own estimates (Yuan and Bentler 2000, as Mplus has it).
/// </summary>
internal static class RobustCorrection
{
    /// <summary>tr(A^-1 B) of the fitted model; null when the information is singular.</summary>
    public static double? ModelTrace(FitResult fit) => Parts(fit) is { } parts ? (parts.Inverse * parts.Middle).Trace() : null;

    /// <summary>tr(A^-1 B) of the saturated model; null when the information is singular.</summary>
    public static double? SaturatedTrace(FitResult fit)
    {
        var table = SaturatedModel.Of(fit.Table);
        var structure = ModelStructure.Of(table).With(fit.Saturated);
        var values = Values(fit, table);
        var basis = Matrix<double>.Build.DenseIdentity(values.Length);
        return Parts(fit, structure, values, basis) is { } parts ? (parts.Inverse * parts.Middle).Trace() : null;
    }

    /// <summary>The factor by which the chi-square is divided; null without degrees of freedom.</summary>
    public static double? ScalingFactor(FitResult fit)
    {
        var df = DegreesOfFreedom.Of(fit);
        return df > 0 ? (SaturatedTrace(fit) - ModelTrace(fit)) / df : null;
    }

    /// <summary>A^-1 B A^-1 / N, the sandwich covariance of the estimates; null when the information is singular.</summary>
    public static Matrix<double>? Sandwich(FitResult fit) =>
        Parts(fit) is { } parts ? parts.Inverse * parts.Middle * parts.Inverse / fit.CaseCount : null;

    private static (Matrix<double> Inverse, Matrix<double> Middle)? Parts(FitResult fit) =>
        Parts(fit, fit.Structure, [.. fit.Values], ParameterCovariance.Basis(fit));

    private static (Matrix<double> Inverse, Matrix<double> Middle)? Parts(
        FitResult fit, ModelStructure structure, double[] values, Matrix<double> basis)
    {
        var objective = Discrepancies.Build(structure, fit.Sample, fit.Saturated, fit.Options);
        if (values.Length == 0 || !double.IsFinite(objective.Value(values)))
            return null;
        var observed = fit.Options.InformationUsed() == Information.Observed;
        var information = observed ? objective.ObservedInformation(values) : objective.Information();
        var middle = fit.Options.Estimator == Estimator.MLM
            ? CaseScores.FourthOrder(structure, values, fit.Sample)
            : CaseScores.CrossProducts(structure, values, fit.Sample);
        return ParameterCovariance.Inverse(information, basis) is { } inverse
            ? (inverse, Matrix<double>.Build.Dense(values.Length, values.Length, middle))
            : null;
    }

    // MLM evaluates the saturated model at the implied moments, MLR at the sample's.
    private static double[] Values(FitResult fit, ParameterTable table)
    {
        var structured = fit.Options.Estimator == Estimator.MLM;
        var covariances = fit.Saturated.Select((sample, g) => structured ? fit.ImpliedCovariance(g + 1) : sample.Covariance).ToArray();
        var means = fit.Saturated.Select((sample, g) => structured ? fit.ImpliedMeans(g + 1) : sample.Means).ToArray();
        return [.. table.Rows.Where(row => row.IsFree).Select(row => Value(row, fit.Saturated[row.Group - 1]))];

        double Value(Parameter row, SampleMoments sample)
        {
            var (g, i) = (row.Group - 1, sample.IndexOf(row.Lhs));
            return row.Operator == Operator.Intercept ? means[g]![i] : covariances[g][i, sample.IndexOf(row.Rhs)];
        }
    }
}
