using System.Globalization;
using Pathwise.Sem.Estimation;
using Pathwise.Sem.Implied;
using Pathwise.Sem.Specification;

namespace Pathwise.Sem.Inference;

/// <summary>What the model leaves of the thresholds of one group, each of a response of mean zero and variance one.</summary>
internal static class ThresholdResiduals
{
    /// <summary>A row for each threshold, variable by variable; without errors where covariates are held.</summary>
    public static IEnumerable<MomentResidual> Of(FitResult fit, int group)
    {
        var (layout, moments, sample) = (fit.Structure.Responses!, fit.Given(group), fit.Sample[group - 1]);
        var implied = new double[layout.StatisticCount];
        ImpliedResponses.Write(moments, implied);
        var hasErrors = layout.Covariates.Length == 0;
        var (own, left) = hasErrors ? (ResponseResidualVariances.OfSample(fit, group), ResponseResidualVariances.OfResiduals(fit, group)) : (null, null);
        foreach (var j in layout.Modelled)
        {
            for (var t = 0; t < layout.Count(j); t++)
            {
                var k = layout.Place(j) + t;
                var raw = sample.Responses!.Values[k] - implied[k];
                yield return new(
                    fit.Table.ObservedVariables[j], Operator.Threshold, string.Create(CultureInfo.InvariantCulture, $"t{t + 1}"), group, raw, raw, Over(raw, own?[k]), Over(raw, left?[k]));
            }
        }
    }

    private static double? Over(double raw, double? variance) => variance is { } known && double.IsFinite(known) ? raw / Math.Sqrt(known) : null;
}
