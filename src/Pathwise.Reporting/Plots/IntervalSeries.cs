namespace Pathwise.Reporting.Plots;

/// <summary>Estimates that belong together: one source, method or seed.</summary>
/// <param name="Name">Its entry in the legend.</param>
/// <param name="Rows">Its estimates; rows of the same name in other series stand beside each other.</param>
public sealed record IntervalSeries(string Name, IReadOnlyList<IntervalRow> Rows);
