using Pathwise.Sem.Estimation;
using Pathwise.Sem.Implied;
using Pathwise.Sem.Specification;

namespace Pathwise.Sem.Inference;

/// <summary>
/// Standardized values of all rows of a table, as lavaan defines them: slopes in standard deviations of their variables, variances as
/// shares, covariances as correlations of (residual) variables.
/// </summary>
internal sealed class Standardization
{
    private readonly ModelStructure structure;
    private readonly ImpliedMoments[] moments;
    private readonly HashSet<string> latent, measured = [];
    private readonly Dictionary<string, int> observedAt, latentAt;

    public Standardization(FitResult fit)
        : this(fit.Structure) => measured = [.. fit.EarlierStep?.Factors ?? []];

    /// <summary>Of any structure whose sample moments, if any, are filled in; somebody else may update the moments instead.</summary>
    public Standardization(ModelStructure structure, ImpliedMoments[]? moments = null)
    {
        this.structure = structure;
        this.moments = moments ?? [.. structure.Groups.Select((_, group) => new ImpliedMoments(structure, group))];
        latent = [.. structure.Table.LatentVariables];
        observedAt = Positions(structure.Observed);
        latentAt = Positions(structure.Latents);
    }

    /// <summary>
    /// The standardized value of each row at the free parameters: with latent variables alone standardized (std.lv; those that an earlier step measured are latent, too), or all
    /// variables (std.all); null where a variance is not positive.
    /// </summary>
    public double?[] Values(double[] free, bool areAllStandardized)
    {
        Update(free);
        var rows = structure.Table.Rows;
        var result = new double?[rows.Count];
        var standardized = (double[])free.Clone();
        foreach (var cell in structure.Groups.SelectMany(cells => cells).Where(cell => cell.TableRow >= 0))
        {
            var row = rows[cell.TableRow];
            var value = Value(row, moments[row.Group - 1].Value(cell, free), name => areAllStandardized || measured.Contains(name));
            result[cell.TableRow] = double.IsFinite(value) ? value : null;
            if (cell.Free >= 0)
                standardized[cell.Free] = value;
        }

        AddDefinitions(result, standardized);
        return result;
    }

    /// <summary>Computes the variances at the free parameters.</summary>
    public void Update(ReadOnlySpan<double> free)
    {
        foreach (var group in moments)
            group.Update(free);
    }

    private void AddDefinitions(double?[] result, double[] standardized)
    {
        var next = 0;
        for (var i = 0; i < result.Length; i++)
        {
            if (structure.Table.Rows[i].Operator != Operator.Definition)
                continue;
            var value = structure.Table.Definitions[next++].Function.Value(standardized);
            result[i] = double.IsFinite(value) ? value : null;
        }
    }

    /// <summary>
    /// A value of a row, standardized by its latent variables and those observed ones that are asked for, at the last update; not finite
    /// where a variance is not positive.
    /// </summary>
    public double Value(Parameter row, double value, Predicate<string> isStandardized)
    {
        double Deviation(string name) => latent.Contains(name)
            ? Math.Sqrt(LatentVariance(row.Group, name))
            : isStandardized(name) ? Math.Sqrt(ObservedVariance(row.Group, name)) : 1;

        return row.Operator switch
        {
            Operator.Loading => value * Deviation(row.Lhs) / Deviation(row.Rhs),
            Operator.Regression => value * Deviation(row.Rhs) / Deviation(row.Lhs),
            Operator.Intercept or Operator.Threshold => value / Deviation(row.Lhs),
            Operator.Scale => isStandardized(row.Lhs) ? 1 : value,
            Operator.Covariance when row.Lhs == row.Rhs => value / Math.Pow(Deviation(row.Lhs), 2),
            _ => value / (ResidualDeviation(row.Group, row.Lhs, isStandardized) * ResidualDeviation(row.Group, row.Rhs, isStandardized)),
        };
    }

    private double ResidualDeviation(int group, string name, Predicate<string> isStandardized)
    {
        if (!latent.Contains(name) && !isStandardized(name))
            return 1;
        var m = moments[group - 1];
        return Math.Sqrt(Math.Abs(latentAt.TryGetValue(name, out var i)
            ? m.Psi[(i * m.LatentSize) + i]
            : m.Theta[(observedAt[name] * m.Size) + observedAt[name]]));
    }

    private double LatentVariance(int group, string name)
    {
        var (m, i) = (moments[group - 1], latentAt[name]);
        return m.LatentCovariance[(i * m.LatentSize) + i];
    }

    private double ObservedVariance(int group, string name)
    {
        var (m, i) = (moments[group - 1], observedAt[name]);
        return m.Sigma[(i * m.Size) + i];
    }

    private static Dictionary<string, int> Positions(IReadOnlyList<string> names) =>
        names.Select((name, i) => (name, i)).ToDictionary(item => item.name, item => item.i);
}
