using Pathwise.Sem.Estimation;
using Pathwise.Sem.Moments;
using Pathwise.Sem.Specification;

namespace Pathwise.Sem.Inference;

/// <summary>
/// What the model leaves of one covariance (or mean: operator <c>~1</c>, right side empty; or threshold: <c>|</c>): raw, of the correlation, over the
/// standard error of the sample's moment, and over its own; null where undefined.
/// </summary>
[TypeFormatterSource]
public sealed record MomentResidual(
    string Lhs, Operator Operator, string Rhs, int Group, double? Raw, double? Correlation, double? Normalized, double? Standardized);

/// <summary>Residuals as rows, one for each moment.</summary>
public static class MomentResiduals
{
    /// <summary>The residual of every covariance and variance, of every mean with a mean structure, and of every threshold, group by group.</summary>
    public static IReadOnlyList<MomentResidual> ResidualsByMoment(this FitResult fit)
    {
        IReadOnlyList<ResidualMoments>[] forms = fit.Structure.Responses is not { Covariates.Length: > 0 }
            ? [fit.RawResiduals(), fit.CorrelationResiduals(), fit.NormalizedResiduals(), fit.StandardizedResiduals()]
            : [fit.RawResiduals(), fit.CorrelationResiduals()];
        return [.. Enumerable.Range(0, fit.Table.GroupCount).SelectMany(g => OfGroup([.. forms.Select(form => form[g])], g + 1)
            .Concat(fit.Structure.Responses is null ? [] : ThresholdResiduals.Of(fit, g + 1)))];
    }

    private static IEnumerable<MomentResidual> OfGroup(ResidualMoments[] forms, int group)
    {
        var vector = MomentVector.Whole(forms[0].Names);
        return vector.All.Where(moment => moment.Kind == MomentKind.Covariance || forms[0].Means is not null).Select(moment =>
        {
            double?[] values = [.. forms.Select(form => Value(form, moment) is var number && double.IsFinite(number) ? number : (double?)null)];
            var (lhs, kind, rhs) = vector.Term(moment);
            return new MomentResidual(lhs, kind, rhs, group, values[0], values[1], values.ElementAtOrDefault(2), values.ElementAtOrDefault(3));
        });
    }

    private static double Value(ResidualMoments form, Moment moment) =>
        moment.Kind == MomentKind.Mean ? form.Means![moment.Row] : form.Covariance[moment.Row, moment.Column];
}
