using Pathwise.Sem.Estimation;
using Pathwise.Sem.Specification;

namespace Pathwise.Sem.Inference;

/// <summary>
/// A fitted table with every parameter that could be freed: its own fixed ones, and those that it leaves out (loadings, covariances of
/// residuals and latent variables, and regressions among the variables of its regressions).
/// </summary>
internal sealed class ExtendedTable
{
    private ExtendedTable(ParameterTable table, double[] values, IReadOnlyList<int> candidates) =>
        (Table, Values, Candidates) = (table, values, candidates);

    /// <summary>The table, its first free parameters being those of the fit.</summary>
    public ParameterTable Table { get; }

    /// <summary>The estimates, followed by the values at which the candidates are held.</summary>
    public double[] Values { get; }

    /// <summary>Indices of the candidates' rows.</summary>
    public IReadOnlyList<int> Candidates { get; }

    /// <summary>Extends the table of a fit.</summary>
    public static ExtendedTable Of(FitResult fit)
    {
        var rows = new List<Parameter>();
        var values = fit.Values.ToList();
        var candidates = new List<int>();
        foreach (var row in fit.Table.Rows)
        {
            if (row.Operator.IsModelParameter() && !row.IsFree && !row.IsSampleMoment && !IsDetermined(row, fit.Table))
                Add(row, row.FixedValue ?? 0);
            else
                rows.Add(row);
        }

        for (var group = 1; group <= fit.Table.GroupCount; group++)
        {
            foreach (var row in Missing(fit.Table, group))
                Add(row, 0);
        }

        return new(fit.Table.With(rows, keepsDefinitions: false), [.. values], candidates);

        void Add(Parameter row, double value)
        {
            values.Add(value);
            candidates.Add(rows.Count);
            rows.Add(row with { Free = values.Count, FixedValue = null });
        }
    }

    // A residual variance in the delta parameterization, a scale in theta: no parameters, since they follow from the others.
    private static bool IsDetermined(Parameter row, ParameterTable table) => table.Options.Parameterization == Parameterization.Theta
        ? row.Operator == Operator.Scale
        : row.Operator == Operator.Covariance && row.Lhs == row.Rhs && table.OrderedVariables.Contains(row.Lhs);

    private static IEnumerable<Parameter> Missing(ParameterTable table, int group)
    {
        var own = table.Rows.Where(row => row.Group == group).ToArray();
        var present = own.SelectMany(Keys).ToHashSet();
        return All(table, own, group).Where(row => !present.Contains((row.Operator, row.Lhs, row.Rhs)));
    }

    // A row under every name that it can have: a loading is a regression of the indicator.
    private static IEnumerable<(Operator, string, string)> Keys(Parameter row) => row.Operator switch
    {
        Operator.Covariance => [(row.Operator, row.Lhs, row.Rhs), (row.Operator, row.Rhs, row.Lhs)],
        Operator.Loading => [(row.Operator, row.Lhs, row.Rhs), (Operator.Regression, row.Rhs, row.Lhs)],
        Operator.Regression => [(row.Operator, row.Lhs, row.Rhs), (Operator.Loading, row.Rhs, row.Lhs)],
        _ => [(row.Operator, row.Lhs, row.Rhs)],
    };

    // As lavaan has it: variables of regressions are no new indicators, and an indicator's regression on a factor is its loading.
    private static IEnumerable<Parameter> All(ParameterTable table, Parameter[] own, int group)
    {
        var exogenous = table.ExogenousVariables.ToHashSet();
        var (factors, named) = (table.LatentVariables.ToHashSet(), Equations(own).ToHashSet());
        var indicators = own.Where(row => row.Operator == Operator.Loading).Select(row => row.Rhs).ToHashSet();
        string[] observed = [.. table.ObservedVariables.Where(name => !exogenous.Contains(name))];
        return
        [
            .. from factor in table.LatentVariables from name in observed where !named.Contains(name) select New(factor, Operator.Loading, name),
            .. Pairs(observed).Concat(Pairs(table.LatentVariables)).Select(pair => New(pair.First, Operator.Covariance, pair.Second)),
            .. from outcome in named from predictor in named
               where outcome != predictor && !(indicators.Contains(outcome) && !factors.Contains(outcome) && factors.Contains(predictor))
               select New(outcome, Operator.Regression, predictor),
        ];

        Parameter New(string lhs, Operator kind, string rhs) => new() { Lhs = lhs, Operator = kind, Rhs = rhs, Group = group };
    }

    private static IEnumerable<(string First, string Second)> Pairs(IReadOnlyList<string> names) =>
        from i in Enumerable.Range(0, names.Count)
        from j in Enumerable.Range(i + 1, names.Count - i - 1)
        select (names[i], names[j]);

    private static IEnumerable<string> Equations(Parameter[] own)
    {
        var equations = own.Where(row => row.Operator == Operator.Regression).ToArray();
        return equations.Select(row => row.Lhs).Concat(equations.Select(row => row.Rhs)).Distinct();
    }
}
