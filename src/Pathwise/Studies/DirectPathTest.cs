using Pathwise.Sem.Effects;
using Pathwise.Sem.Estimation;
using Pathwise.Sem.Inference;
using Pathwise.Sem.Intervals;
using Pathwise.Sem.Specification;
using Pathwise.Tables;

namespace Pathwise.Studies;

/// <summary>
/// Of a cause that acts on an outcome through others: whether the model has the direct path as well, what it is worth standardized, and the
/// chi-square difference of the models with it and without it. Null, with the reason, where the difference cannot be had.
/// </summary>
[TypeFormatterSource]
public sealed record DirectPathTest(
    string Cause, string Outcome, IReadOnlyList<string> Mediators, bool IsInModel, double? Standardized, LikelihoodRatioTest? Difference, string? Why)
{
    /// <summary>The variables between cause and outcome, in the order of the model.</summary>
    public IReadOnlyList<string> Mediators { get; init => field = ValueList.Of(value); } = ValueList.Of(Mediators);
}

/// <summary>Tests of full mediation.</summary>
public static class DirectPathTests
{
    /// <summary>
    /// One row for each pair of variables with an indirect effect, of a model with one group: the model with the direct path against the model without,
    /// whichever of them was given. Definitions play no part in it.
    /// </summary>
    public static IReadOnlyList<DirectPathTest> DirectPaths(this ModelSpecification model, DataTable data, EstimationOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(model);
        var fit = model.Fit(data, options);
        return [.. fit.EstimateEffects(new EffectOptions { Kinds = [] }).Where(each => each.Effect.Kind == EffectKind.SpecificIndirect)
            .GroupBy(each => (each.Effect.Cause, each.Effect.Outcome))
            .Select(pair => Test(model, fit, data, pair.Key, [.. pair.SelectMany(each => each.Effect.Via).Distinct()]))];
    }

    private static DirectPathTest Test(ModelSpecification model, FitResult fit, DataTable data, (string Cause, string Outcome) pair, IReadOnlyList<string> mediators)
    {
        var isInModel = Paths(fit.Table, pair).Any();
        var other = Attempt.Of(() => (isInModel ? Without(fit, pair) : With(model, fit, data, pair)).RequireConverged());
        var wide = isInModel ? fit : other.Value;
        return new(
            pair.Cause, pair.Outcome, mediators, isInModel,
            wide?.Estimates().First(row => row.Operator == Operator.Regression && (row.Lhs, row.Rhs) == (pair.Outcome, pair.Cause)).StdAll,
            other.Then(each => each.Compare(fit)).Value, other.Reason);
    }

    private static IEnumerable<Parameter> Paths(ParameterTable table, (string Cause, string Outcome) pair) =>
        table.Rows.Where(row => row is { Operator: Operator.Regression, IsFree: true } && (row.Lhs, row.Rhs) == (pair.Outcome, pair.Cause));

    private static FitResult With(ModelSpecification model, FitResult fit, DataTable data, (string Cause, string Outcome) pair) =>
        ModelSpecification.Parse($"{model.Text}\n{pair.Outcome} ~ {pair.Cause}\n").Fit(data, fit.Options);

    // The path is fixed at zero, and the free parameters after it move up by one.
    private static FitResult Without(FitResult fit, (string Cause, string Outcome) pair)
    {
        if (fit.Table.Constraints.Count > 0)
            throw new InputException("The model has constraints, among which a path cannot be left out by itself.");
        var left = Paths(fit.Table, pair).First().Free;
        var rows = fit.Table.Rows.Select(row => row.Free == left ? row with { Free = 0, FixedValue = 0, Label = "" }
            : row.Free > left ? row with { Free = row.Free - 1 } : row);
        return fit.Table.With([.. rows.Where(row => row.Operator.IsModelParameter())], keepsDefinitions: false).Fit(fit.Sample, fit.Options);
    }
}
