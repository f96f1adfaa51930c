using Pathwise.Sem.Estimation;
using Pathwise.Sem.Specification;

namespace Pathwise.Sem.Inference;

/// <summary>
/// What the model leaves of one covariance (or mean: operator <c>~1</c>, right side empty): raw, of the correlation, over the
/// standard error of the sample's moment, and over its own; null where undefined.
/// </summary>
[TypeFormatterSource]
public sealed record MomentResidual(
    string Lhs, Operator Operator, string Rhs, int Group, double? Raw, double? Correlation, double? Normalized, double? Standardized);

/// <summary>Residuals as rows, one for each moment.</summary>
public static class MomentResiduals
{
    /// <summary>The residual of every covariance and variance, and of every mean with a mean structure, group by group.</summary>
    public static IReadOnlyList<MomentResidual> ResidualsByMoment(this FitResult fit)
    {
        IReadOnlyList<ResidualMoments>[] forms =
            [fit.RawResiduals(), fit.CorrelationResiduals(), fit.NormalizedResiduals(), fit.StandardizedResiduals()];
        return [.. Enumerable.Range(0, fit.Table.GroupCount).SelectMany(g => OfGroup([.. forms.Select(form => form[g])], g + 1))];
    }

    private static IEnumerable<MomentResidual> OfGroup(ResidualMoments[] forms, int group)
    {
        var names = forms[0].Names;
        for (var i = 0; i < names.Count; i++)
        {
            for (var j = 0; j <= i; j++)
                yield return Row(names[j], Operator.Covariance, names[i], form => form.Covariance[i, j]);
        }

        for (var i = 0; i < names.Count && forms[0].Means is not null; i++)
            yield return Row(names[i], Operator.Intercept, "", form => form.Means![i]);

        MomentResidual Row(string lhs, Operator kind, string rhs, Func<ResidualMoments, double> value)
        {
            double?[] values = [.. forms.Select(form => value(form) is var number && double.IsFinite(number) ? number : (double?)null)];
            return new(lhs, kind, rhs, group, values[0], values[1], values[2], values[3]);
        }
    }
}
