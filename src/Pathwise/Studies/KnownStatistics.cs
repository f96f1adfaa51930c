using Pathwise.Auditing;
using Pathwise.Auditing.Reported;
using Pathwise.Psychometrics;
using Pathwise.Sem.Effects;
using Pathwise.Sem.Estimation;
using Pathwise.Sem.Evaluation;
using Pathwise.Sem.Inference;
using Pathwise.Sem.Intervals;
using Pathwise.Sem.Specification;
using Pathwise.Surveys;

namespace Pathwise.Studies;

/// <summary>
/// What can be recomputed of any study without a line of code: values under ids that say what they are, so that a published statistic with
/// such an id is checked by itself. Ids are made of the names in codebook and model.
/// </summary>
public static class KnownStatistics
{
    /// <summary>Checks the published statistics that have one of these ids, in their order; the others are left to other cells.</summary>
    public static CheckReport CheckKnown(this PublishedStatistics published, IReadOnlyDictionary<string, Recomputed> values)
    {
        ArgumentNullException.ThrowIfNull(published);
        ArgumentNullException.ThrowIfNull(values);
        return published.Check([.. published.Statistics.Where(each => values.ContainsKey(each.Id)).Select(each => (each.Id, values[each.Id]))]);
    }

    /// <summary><c>started</c>, <c>n</c>, and for each item of the usable answers, as answered, <c>ITEM.mean</c> and <c>ITEM.sd</c>.</summary>
    public static IReadOnlyDictionary<string, Recomputed> Known(this CleaningReport cleaning, IReadOnlyList<string> items)
    {
        ArgumentNullException.ThrowIfNull(cleaning);
        var values = new Dictionary<string, Recomputed> { ["started"] = cleaning.Started, ["n"] = cleaning.Usable };
        foreach (var item in cleaning.Data.Table.ItemDistributions(items))
            (values[$"{item.Item}.mean"], values[$"{item.Item}.sd"]) = (item.Mean, item.StandardDeviation);
        return values;
    }

    /// <summary>
    /// Of a measurement model: <c>cfa.chisq</c>, <c>cfa.df</c>, <c>cfa.p</c>, <c>cfa.cfi</c>, <c>cfa.tli</c>, <c>cfa.rmsea</c>, <c>cfa.srmr</c>; <c>FACTOR.alpha</c>, <c>FACTOR.cr</c>,
    /// <c>FACTOR.ave</c>; standardized loadings <c>FACTOR.ITEM.loading</c>; correlations of factors <c>FACTOR.FACTOR.r</c>.
    /// </summary>
    public static IReadOnlyDictionary<string, Recomputed> KnownMeasurement(this FitResult fit)
    {
        var values = Indices(fit, "cfa.");
        foreach (var factor in fit.FactorReliabilities())
            (values[$"{factor.Factor}.cr"], values[$"{factor.Factor}.ave"]) = (factor.CompositeReliability, factor.AverageVarianceExtracted);
        foreach (var factor in fit.Alphas())
            values[$"{factor.Factor}.alpha"] = factor.Alpha;
        foreach (var row in fit.Estimates().Where(row => row.Operator == Operator.Loading))
            values[$"{row.Lhs}.{row.Rhs}.loading"] = row.StdAll;
        foreach (var row in fit.Estimates().Where(row => row.Operator == Operator.Covariance && row.Lhs != row.Rhs && fit.Table.LatentVariables.Contains(row.Lhs)))
            values[$"{row.Lhs}.{row.Rhs}.r"] = values[$"{row.Rhs}.{row.Lhs}.r"] = row.StdAll;
        return values;
    }

    /// <summary>
    /// Of the whole model: <c>chisq</c>, <c>df</c>, <c>p</c>, <c>cfi</c>, <c>tli</c>, <c>rmsea</c>, <c>srmr</c>; paths <c>CAUSE.OUTCOME.b</c>, <c>.se</c>, <c>.p</c> and standardized <c>.beta</c>; standardized
    /// <c>CAUSE.OUTCOME.total</c> and <c>.indirect</c>; <c>VARIABLE.r2</c>; and each hypothesis by its name, as a claim that holds where it is supported.
    /// </summary>
    public static IReadOnlyDictionary<string, Recomputed> KnownStructure(this FitResult fit, IReadOnlyList<JudgedHypothesis> hypotheses)
    {
        var values = Indices(fit, "");
        foreach (var row in fit.Estimates().Where(row => row.Operator == Operator.Regression))
            AddPath(values, row);
        foreach (var each in fit.EstimateEffects(new EffectOptions { Kinds = [] }).Where(each => each.Effect.Kind is EffectKind.Total or EffectKind.TotalIndirect))
            values[$"{each.Effect.Cause}.{each.Effect.Outcome}.{(each.Effect.Kind == EffectKind.Total ? "total" : "indirect")}"] = each.Standardized;
        foreach (var row in fit.RSquared())
            values[$"{row.Variable}.r2"] = row.Value;
        foreach (var each in hypotheses)
            values[each.Hypothesis.Name] = each.Judgement == Judgement.Supported;
        return values;
    }

    private static Dictionary<string, Recomputed> Indices(FitResult fit, string prefix)
    {
        var indices = fit.Indices();
        return new()
        {
            [$"{prefix}chisq"] = indices.ChiSquare, [$"{prefix}df"] = indices.DegreesOfFreedom, [$"{prefix}p"] = indices.PValue, [$"{prefix}cfi"] = indices.Cfi,
            [$"{prefix}tli"] = indices.Tli, [$"{prefix}rmsea"] = indices.Rmsea, [$"{prefix}srmr"] = indices.Srmr,
        };
    }

    private static void AddPath(Dictionary<string, Recomputed> values, Estimate row)
    {
        var id = $"{row.Rhs}.{row.Lhs}";
        (values[$"{id}.b"], values[$"{id}.se"]) = (row.Value, row.StandardError);
        (values[$"{id}.p"], values[$"{id}.beta"]) = (row.PValue, row.StdAll);
    }
}
