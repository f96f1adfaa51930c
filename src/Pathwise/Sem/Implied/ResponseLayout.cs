using Pathwise.Sem.Specification;

namespace Pathwise.Sem.Implied;

/// <summary>
/// Which observed variables are ordered, where their thresholds stand in one vector, variable by variable, and which are covariates that the statistics are
/// conditional on.
/// </summary>
internal sealed class ResponseLayout
{
    private readonly int[] counts, residuals;

    private ResponseLayout(ParameterTable table, IReadOnlyList<string> latents)
    {
        var (ordered, held, places) = (table.OrderedVariables.ToHashSet(), table.HeldVariables().ToHashSet(), latents.ToList());
        counts = [.. table.ObservedVariables.Select(table.ThresholdCount)];
        residuals = [.. table.ObservedVariables.Select(name => places.IndexOf(name))];
        IsOrdered = [.. table.ObservedVariables.Select(ordered.Contains)];
        First = new int[counts.Length];
        for (var j = 1; j < counts.Length; j++)
            First[j] = First[j - 1] + counts[j - 1];
        (ThresholdCount, IsDelta) = (counts.Sum(), table.Options.Parameterization == Parameterization.Delta);
        Modelled = [.. Enumerable.Range(0, counts.Length).Where(j => !held.Contains(table.ObservedVariables[j]))];
        Covariates = [.. table.ObservedVariables.Where(held.Contains).Select(name => places.IndexOf(name))];
        var p = Modelled.Length;
        StatisticCount = ThresholdCount + (2 * Modelled.Count(j => !IsOrdered[j])) + SlopeCount + (p * (p - 1) / 2);
    }

    /// <summary>Whether each observed variable is ordered.</summary>
    public bool[] IsOrdered { get; }

    /// <summary>Position of each variable's first threshold among all.</summary>
    public int[] First { get; }

    /// <summary>Where a variable's thresholds, or its mean, begin among the statistics.</summary>
    public int Place(int variable) => First[variable] + Modelled.Count(j => j < variable && !IsOrdered[j]);

    /// <summary>Number of all thresholds.</summary>
    public int ThresholdCount { get; }

    /// <summary>True in the delta parameterization.</summary>
    public bool IsDelta { get; }

    /// <summary>Positions of the observed variables that the statistics are of: all but the covariates.</summary>
    public int[] Modelled { get; }

    /// <summary>Positions of the covariates among the latent variables, in the order of the observed ones; -1 of one that nothing depends on.</summary>
    public int[] Covariates { get; }

    /// <summary>Number of the slopes of modelled variables on covariates.</summary>
    public int SlopeCount => Modelled.Length * Covariates.Length;

    /// <summary>Number of the statistics of a group, q.</summary>
    public int StatisticCount { get; }

    /// <summary>The layout of a table, whose observed variables that stand among the latent ones are named there; null where all variables are continuous.</summary>
    public static ResponseLayout? Of(ParameterTable table, IReadOnlyList<string> latents) => table.OrderedVariables.Count == 0 ? null : new(table, latents);

    /// <summary>Number of a variable's thresholds; 0 of a continuous one.</summary>
    public int Count(int variable) => counts[variable];

    /// <summary>The latent position of an observed variable whose residual variance is a cell of Psi; -1 where it is one of Theta.</summary>
    public int ResidualOf(int variable) => residuals[variable];

    /// <summary>Whether a cell's value follows from the others: a residual variance in the delta parameterization, a scale in theta.</summary>
    public bool IsDetermined(ModelCell cell) => cell.Matrix switch
    {
        ModelMatrix.Theta => IsDelta && cell.Row == cell.Column && IsOrdered[cell.Row] && residuals[cell.Row] < 0,
        ModelMatrix.Psi => IsDelta && cell.Row == cell.Column && Array.IndexOf(residuals, cell.Row) is >= 0 and var j && IsOrdered[j],
        ModelMatrix.Delta => !IsDelta,
        _ => false,
    };
}
