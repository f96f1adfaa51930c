namespace Pathwise.Reporting.Plots.Paths;

/// <summary>One arrow of a path diagram with its standardized estimate.</summary>
/// <param name="From">The factor, the predictor, or the first of two covarying variables.</param>
/// <param name="To">What it points to.</param>
/// <param name="Kind">What the arrow means.</param>
/// <param name="Value">The standardized estimate; null draws the arrow without a number.</param>
/// <param name="PValue">Its p value; arrows that are not significant recede.</param>
/// <param name="Label">Words on an arrow without a number, such as the name of a hypothesis.</param>
public sealed record PathEdge(string From, string To, PathKind Kind, double? Value, double? PValue = null, string? Label = null);
