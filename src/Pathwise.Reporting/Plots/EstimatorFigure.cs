using Pathwise.Reporting.Figures;
using Pathwise.Reporting.Tables;
using Pathwise.Sem.Effects;
using Pathwise.Studies;

namespace Pathwise.Reporting.Plots;

/// <summary>Standardized effects of one model by several estimators.</summary>
public static class EstimatorFigure
{
    /// <summary>A group of lines for each direct and each specific indirect effect, one line in it for each estimator.</summary>
    public static Figure Draw(this EstimatorComparison comparison, string title = "The same effects by several estimators")
    {
        ArgumentNullException.ThrowIfNull(comparison);
        var series = comparison.Effects(EffectKind.Direct, EffectKind.SpecificIndirect).GroupBy(row => row.Estimator)
            .Select(estimator => new IntervalSeries(estimator.Key.ToString(), [.. estimator.Select(row => new IntervalRow(EffectWords.Name(row.Effect), row.Standardized, row.Interval?.Lower, row.Interval?.Upper))]));
        return IntervalComparison.Of([.. series], title, "Standardized effect", note: "95 % intervals by the delta method.");
    }
}
