namespace Pathwise.Reporting.Plots;

/// <summary>One effect in every universe of a picture, in the order of the universes.</summary>
/// <param name="Title">The effect and what is claimed of it.</param>
/// <param name="Points">A point for each universe; null where there is no estimate.</param>
internal sealed record CurvePanel(string Title, IReadOnlyList<CurvePoint?> Points);

/// <summary>An effect in a universe.</summary>
/// <param name="Estimate">The estimate.</param>
/// <param name="Lower">The interval's lower bound; null without an interval.</param>
/// <param name="Upper">Its upper bound.</param>
/// <param name="Holds">Whether the claim holds.</param>
/// <param name="IsImproper">Whether the solution is improper.</param>
internal readonly record struct CurvePoint(double Estimate, double? Lower, double? Upper, bool Holds, bool IsImproper);
