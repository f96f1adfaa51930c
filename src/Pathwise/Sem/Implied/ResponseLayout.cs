using Pathwise.Sem.Specification;

namespace Pathwise.Sem.Implied;

/// <summary>Which observed variables are ordered, and where their thresholds stand in one vector, variable by variable.</summary>
internal sealed class ResponseLayout
{
    private readonly int[] counts;

    private ResponseLayout(ParameterTable table)
    {
        var ordered = table.OrderedVariables.ToHashSet();
        counts = [.. table.ObservedVariables.Select(table.ThresholdCount)];
        IsOrdered = [.. table.ObservedVariables.Select(ordered.Contains)];
        First = new int[counts.Length];
        for (var j = 1; j < counts.Length; j++)
            First[j] = First[j - 1] + counts[j - 1];
        (ThresholdCount, IsDelta) = (counts.Sum(), table.Options.Parameterization == Parameterization.Delta);
        var p = counts.Length;
        StatisticCount = ThresholdCount + (2 * IsOrdered.Count(each => !each)) + (p * (p - 1) / 2);
    }

    /// <summary>Whether each observed variable is ordered.</summary>
    public bool[] IsOrdered { get; }

    /// <summary>Position of each variable's first threshold among all.</summary>
    public int[] First { get; }

    /// <summary>Where a variable's thresholds, or its mean, begin among the statistics.</summary>
    public int Place(int variable) => First[variable] + IsOrdered.AsSpan(0, variable).Count(false);

    /// <summary>Number of all thresholds.</summary>
    public int ThresholdCount { get; }

    /// <summary>True in the delta parameterization.</summary>
    public bool IsDelta { get; }

    /// <summary>Number of the statistics of a group, q.</summary>
    public int StatisticCount { get; }

    /// <summary>The layout of a table; null where all variables are continuous.</summary>
    public static ResponseLayout? Of(ParameterTable table) => table.OrderedVariables.Count == 0 ? null : new(table);

    /// <summary>Number of a variable's thresholds; 0 of a continuous one.</summary>
    public int Count(int variable) => counts[variable];

    /// <summary>Whether a cell's value follows from the others: a residual variance in the delta parameterization, a scale in theta.</summary>
    public bool IsDetermined(ModelCell cell) => cell.Matrix switch
    {
        ModelMatrix.Theta => IsDelta && cell.Row == cell.Column && IsOrdered[cell.Row],
        ModelMatrix.Delta => !IsDelta,
        _ => false,
    };
}
