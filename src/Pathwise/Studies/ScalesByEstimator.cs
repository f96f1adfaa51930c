using Pathwise.Psychometrics;
using Pathwise.Sem.Estimation;
using Pathwise.Sem.Specification;
using Pathwise.Tables;

namespace Pathwise.Studies;

/// <summary>Sets the reliability of numbers beside that of ordered answers.</summary>
internal static class ScalesByEstimator
{
    /// <summary>A row for each factor whose indicators are all items, of the same rows of answers and the same model.</summary>
    public static IReadOnlyList<ScaleByEstimator> Of(ModelSpecification model, DataTable answers)
    {
        var numbers = model.Fit(answers);
        var alphas = numbers.Alphas();
        return
        [
            .. OrdinalMeasurement.Of(model, answers).Reliabilities().Select(row => new ScaleByEstimator(
                row.Scale, row.Items, alphas.First(each => each.Factor == row.Scale).Alpha,
                numbers.HasConverged ? numbers.FactorReliabilities().First(each => each.Factor == row.Scale).Omega : null,
                row.CategoricalOmega, row.OrdinalAlpha)),
        ];
    }
}
