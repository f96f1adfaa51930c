namespace Pathwise.Teaching;

/// <summary>Where a minimiser stands after so many steps, and what it sees there.</summary>
/// <param name="Step">Steps taken so far.</param>
/// <param name="Value">The parameter.</param>
/// <param name="Discrepancy">F there; null where the implied matrix is not a covariance matrix.</param>
/// <param name="Slope">First derivative of F; null where F is.</param>
/// <param name="Curvature">Second derivative of F; null where F is.</param>
[TypeFormatterSource]
public sealed record DescentStep(int Step, double Value, double? Discrepancy, double? Slope, double? Curvature);
