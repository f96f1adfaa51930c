using Pathwise.Sem.Estimation;
using Pathwise.Sem.Specification;

namespace Pathwise.Sem.Evaluation;

/// <summary>The model of uncorrelated variables: their variances and means alone, moments of fixed exogenous variables kept.</summary>
internal static class BaselineModel
{
    /// <summary>The baseline fitted to the sample of a fit, by the same estimator.</summary>
    public static FitResult Fit(FitResult fit) => Table(fit.Table).Fit(
        fit.Sample, fit.Options with { StartingValues = null, RandomStartSeed = null });

    private static ParameterTable Table(ParameterTable table)
    {
        var rows = new List<Parameter>();
        var exogenous = table.Rows.Where(row => row.IsSampleMoment).SelectMany(row => new[] { row.Lhs, row.Rhs }).ToHashSet();
        for (var group = 1; group <= table.GroupCount; group++)
            rows.AddRange(Rows(table, exogenous, group));
        var next = 0;
        return new()
        {
            Rows = [.. rows.Select(row => row.IsSampleMoment ? row : row with { Free = ++next })],
            ObservedVariables = table.ObservedVariables,
            LatentVariables = [],
            ExogenousVariables = table.ExogenousVariables,
            GroupLabels = table.GroupLabels,
            HasMeanStructure = table.HasMeanStructure,
            Constraints = [],
            Definitions = [],
            Options = table.Options,
        };
    }

    private static IEnumerable<Parameter> Rows(ParameterTable table, HashSet<string> exogenous, int group)
    {
        var variances = table.ObservedVariables.Select(name => Row(name, Operator.Covariance, name));
        var covariances = table.Rows.Where(row => row.Group == group && row.Operator == Operator.Covariance && row.Lhs != row.Rhs
            && table.ExogenousVariables.Contains(row.Lhs) && table.ExogenousVariables.Contains(row.Rhs));
        var means = table.HasMeanStructure ? table.ObservedVariables.Select(name => Row(name, Operator.Intercept, "")) : [];
        return [.. variances, .. covariances, .. means];

        Parameter Row(string lhs, Operator kind, string rhs) => new()
        {
            Lhs = lhs, Operator = kind, Rhs = rhs, Group = group, IsSampleMoment = exogenous.Contains(lhs),
        };
    }
}
