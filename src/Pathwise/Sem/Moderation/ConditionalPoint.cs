namespace Pathwise.Sem.Moderation;

/// <summary>A conditional effect at one value of a moderator, with its interval; null where it has none.</summary>
[TypeFormatterSource]
public sealed record ConditionalPoint(double Value, double Estimate, double? Lower, double? Upper);
