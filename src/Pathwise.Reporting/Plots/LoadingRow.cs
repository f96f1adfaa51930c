namespace Pathwise.Reporting.Plots;

/// <summary>The standardized loading of one item on one factor, with its interval where there is one.</summary>
public sealed record LoadingRow(string Item, string Factor, double Loading, double? Lower = null, double? Upper = null);
