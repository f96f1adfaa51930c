namespace Pathwise.Reporting.Plots;

/// <summary>An estimate with its interval, as one row of a figure; undefined bounds are null.</summary>
/// <param name="Name">What is estimated.</param>
/// <param name="Value">The estimate; null leaves the row without a point.</param>
/// <param name="Lower">Lower bound.</param>
/// <param name="Upper">Upper bound.</param>
public sealed record IntervalRow(string Name, double? Value, double? Lower, double? Upper);
