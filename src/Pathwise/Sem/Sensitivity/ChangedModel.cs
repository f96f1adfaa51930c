using Pathwise.Sem.Estimation;
using Pathwise.Sem.Moments;
using Pathwise.Sem.Specification;

namespace Pathwise.Sem.Sensitivity;

/// <summary>
/// A parameter table of one group on its way to another model: rows are put in place of others or added, free ones with a value to start from. The
/// positions of the rows that were free before stay, so that constraints keep their meaning; definitions are left out.
/// </summary>
internal sealed class ChangedModel
{
    private readonly FitResult fit;
    private readonly List<Parameter> rows;
    private readonly List<double> values;
    private readonly List<string> observed;
    private readonly List<string> latent;
    private readonly List<string> exogenous;

    /// <summary>Begins with the table and the estimates of a fit.</summary>
    public ChangedModel(FitResult fit)
    {
        this.fit = fit;
        (rows, values) = ([.. fit.Table.Rows.Where(row => row.Operator != Operator.Definition)], [.. fit.Values]);
        (observed, latent, exogenous) = ([.. fit.Table.ObservedVariables], [.. fit.Table.LatentVariables], [.. fit.Table.ExogenousVariables]);
    }

    /// <summary>Estimates the moments of exogenous variables that were held at the sample's, so that they change with the sample.</summary>
    public ChangedModel WithRandomExogenous()
    {
        exogenous.Clear();
        for (var i = 0; i < rows.Count; i++)
        {
            if (rows[i].IsSampleMoment)
                rows[i] = Freed(rows[i] with { IsSampleMoment = false }, SampleMoment(rows[i]));
        }

        return this;
    }

    /// <summary>
    /// Measures a latent variable whose (disturbance) variance is fixed on the scale of one of its indicators instead: the variance is free, and the first
    /// free loading is held at its estimate. The same model in other units; nothing where the variance is free, is zero, or no loading is.
    /// </summary>
    public ChangedModel WithFreeVariance(string name)
    {
        var variance = rows.FindIndex(row => row is { Operator: Operator.Covariance, FixedValue: not null and not 0 } && row.Lhs == name && row.Rhs == name);
        var loading = rows.FindIndex(row => row is { Operator: Operator.Loading, IsFree: true } && row.Lhs == name);
        if (variance < 0 || loading < 0 || fit.Table.Constraints.Count > 0)
            return this;
        var estimate = values[rows[loading].Free - 1];
        rows[variance] = Freed(rows[variance], rows[variance].FixedValue!.Value);
        rows[loading] = rows[loading] with { Free = 0, FixedValue = estimate };
        return this;
    }

    /// <summary>Adds a free parameter in place of a fixed one that says the same.</summary>
    public ChangedModel Free(string lhs, Operator kind, string rhs, double start)
    {
        Remove(lhs, kind, rhs);
        rows.Add(Freed(Row(lhs, kind, rhs), start));
        return this;
    }

    /// <summary>Adds a fixed parameter in place of another, which may have been free.</summary>
    public ChangedModel Fix(string lhs, Operator kind, string rhs, double value)
    {
        Remove(lhs, kind, rhs);
        rows.Add(Row(lhs, kind, rhs) with { FixedValue = value });
        return this;
    }

    /// <summary>Where the search begins for a free regression or, of a variable and itself, variance.</summary>
    public ChangedModel Start(string lhs, string rhs, double value)
    {
        if (rows.Find(row => row.IsFree && row.Lhs == lhs && row.Rhs == rhs && row.Operator == (lhs == rhs ? Operator.Covariance : Operator.Regression)) is { } found)
            values[found.Free - 1] = value;
        return this;
    }

    /// <summary>Adds a latent variable with a variance of one.</summary>
    public ChangedModel Latent(string name)
    {
        latent.Add(name);
        return Fix(name, Operator.Covariance, name, 1);
    }

    /// <summary>Adds an observed variable, with a free mean where means are modelled.</summary>
    public ChangedModel Observed(string name, double variance, double mean)
    {
        observed.Add(name);
        Free(name, Operator.Covariance, name, variance);
        return fit.Table.HasMeanStructure ? Free(name, Operator.Intercept, "", mean) : this;
    }

    /// <summary>Fits the model to the sample of the fit, or to another, from the estimates of the fit.</summary>
    public FitResult Fit(SampleMoments? sample = null) =>
        Table().Fit([sample ?? fit.Sample[0]], fit.Options with { StartingValues = values, RandomStartSeed = null });

    private ParameterTable Table() => new()
    {
        Rows = Numbered(),
        ObservedVariables = observed,
        LatentVariables = latent,
        ExogenousVariables = exogenous,
        GroupLabels = fit.Table.GroupLabels,
        HasMeanStructure = fit.Table.HasMeanStructure,
        Constraints = fit.Table.Constraints,
        Definitions = [],
        Options = fit.Table.Options with { FixedX = fit.Table.Options.FixedX && exogenous.Count > 0 },
    };

    // Positions without gaps, those of rows that are gone closed up; nothing is removed from a table with constraints.
    private List<Parameter> Numbered()
    {
        var free = rows.Where(row => row.IsFree).Select(row => row.Free).Order().ToList();
        double[] kept = [.. free.Select(position => values[position - 1])];
        values.Clear();
        values.AddRange(kept);
        return [.. rows.Select(row => row.IsFree ? row with { Free = free.IndexOf(row.Free) + 1 } : row)];
    }

    private void Remove(string lhs, Operator kind, string rhs)
    {
        bool Says(Parameter row) => row.Operator == kind && ((row.Lhs == lhs && row.Rhs == rhs) || (kind == Operator.Covariance && row.Lhs == rhs && row.Rhs == lhs));
        if (fit.Table.Constraints.Count > 0 && rows.Exists(row => row.IsFree && Says(row)))
            throw new InputException($"The model has constraints and the free parameter {lhs} {kind.Text()} {rhs}, which is to be another; expected a model without one of them.");
        rows.RemoveAll(row => Says(row));
    }

    private Parameter Freed(Parameter row, double start)
    {
        values.Add(start);
        return row with { Free = values.Count, FixedValue = null };
    }

    private double SampleMoment(Parameter row)
    {
        var sample = fit.Saturated[0];
        return row.Operator == Operator.Intercept ? sample.Means![sample.IndexOf(row.Lhs)] : sample.Covariance[sample.IndexOf(row.Lhs), sample.IndexOf(row.Rhs)];
    }

    private static Parameter Row(string lhs, Operator kind, string rhs) => new() { Lhs = lhs, Operator = kind, Rhs = rhs };
}
