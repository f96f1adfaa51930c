using MathNet.Numerics.LinearAlgebra;
using Pathwise.Sem.Estimation;
using Pathwise.Sem.Inference;

namespace Pathwise.Sem.Evaluation;

/// <summary>
/// What robust indices take for the chi-square where values are missing (Zhang and Savalei 2023): the discrepancy of complete cases from the
/// saturated moments to those that full information implies, and the mean of what it would be if the model held, for each degree of freedom. As lavaan
/// has it: FIML-C, version 6 for normal data, version 3 with the cases' own scores for robust estimators; what complete cases would say about
/// exogenous variables is left out, whether they are fixed or not.
/// </summary>
internal static class MissingDataCorrection
{
    /// <summary>The test of a fit of full information; its value and factor are null where they do not exist.</summary>
    public static ChiSquareTest Of(FitResult fit)
    {
        var df = fit.DegreesOfFreedom();
        if (!double.IsFinite(fit.Discrepancy))
            return new(null, df, null);
        return new(ChiSquare(fit), df, null, df > 0 ? Trace(fit) / df : null);
    }

    private static double? ChiSquare(FitResult fit)
    {
        var complete = Discrepancies.Build(fit.Structure, fit.Saturated, fit.Saturated, fit.Options with { Missing = MissingData.Listwise });
        var value = fit.CaseCount * complete.Value([.. fit.Values]);
        return double.IsFinite(value) ? Math.Max(value, 0) : null;
    }

    // With W the information of what is observed and C that of complete cases, both at the saturated moments, D the derivatives and
    // H = (D' W D)^-1: tr(C W^-1) - tr(H D' C D), or with the cases' scores J in V = W^-1 J W^-1:
    // tr(C V) - 2 tr(H D' C V W D) + tr(H D' C D H D' J D).
    private static double? Trace(FitResult fit)
    {
        var groups = Enumerable.Range(1, fit.Table.GroupCount).Select(group => Terms.Of(fit, group)).ToArray();
        if (groups.Any(terms => terms is null))
            return null;
        var sum = groups.Aggregate((all, next) => all!.Plus(next!))!;
        if (fit.Values.Count == 0)
            return sum.Free;
        var basis = ParameterCovariance.Basis(fit);
        if (ParameterCovariance.Inverse(sum.Information.ToRowMajorArray(), basis) is not { } h)
            return null;
        var complete = h * sum.Complete;
        return fit.Options.IsRobust()
            ? sum.Free - (2 * (h * sum.Cross).Trace()) + (complete * h * sum.FirstOrder).Trace()
            : sum.Free - complete.Trace();
    }

    /// <summary>A group's parts of the traces: a number, and t x t matrices weighted by its share of the cases.</summary>
    private sealed record Terms(double Free, Matrix<double> Information, Matrix<double> Complete, Matrix<double> Cross, Matrix<double> FirstOrder)
    {
        public static Terms? Of(FitResult fit, int group)
        {
            var saturated = SaturatedGroup.AtSample(fit, group);
            var (d, w) = (saturated.Derivatives(), saturated.Information(Estimation.Information.Observed));
            var c = saturated.CompleteInformation().MapIndexed((i, j, value) => saturated.IsExogenous(i) || saturated.IsExogenous(j) ? 0 : value, Zeros.Include);
            if (ParameterCovariance.Inverse(w) is not { } inverse)
                return null;
            var share = (double)fit.Sample[group - 1].Count / fit.CaseCount;
            var (left, transposed) = (c * inverse, d.Transpose() * share);
            var used = saturated.Information(fit.Options.InformationUsed());
            if (!fit.Options.IsRobust())
                return new(left.Trace(), transposed * used * d, transposed * c * d, transposed * d, transposed * d);
            var j = saturated.FirstOrder();
            return new((left * j * inverse).Trace(), transposed * used * d, transposed * c * d, transposed * left * j * d, transposed * j * d);
        }

        public Terms Plus(Terms other) => new(
            Free + other.Free, Information + other.Information, Complete + other.Complete, Cross + other.Cross, FirstOrder + other.FirstOrder);
    }
}
