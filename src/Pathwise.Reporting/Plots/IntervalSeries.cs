namespace Pathwise.Reporting.Plots;

/// <summary>Estimates that belong together: one source, method or seed.</summary>
/// <param name="name">Its entry in the legend.</param>
/// <param name="rows">Its estimates; rows of the same name in other series stand beside each other.</param>
public sealed class IntervalSeries(string name, IReadOnlyList<IntervalRow> rows)
{
    /// <summary>Its entry in the legend.</summary>
    public string Name { get; } = name;

    /// <summary>Its estimates.</summary>
    public IReadOnlyList<IntervalRow> Rows { get; } = rows;
}
