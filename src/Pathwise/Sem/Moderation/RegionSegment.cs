namespace Pathwise.Sem.Moderation;

/// <summary>A stretch of a moderator over which the interval of an effect lies on one side of zero, or contains it.</summary>
/// <param name="From">Where it begins.</param>
/// <param name="To">Where it ends.</param>
/// <param name="Sign">1 where the interval is above zero, -1 where it is below, 0 where it contains zero.</param>
/// <param name="Share">The share of the cases that lie in it, ends included; null of a latent moderator.</param>
[TypeFormatterSource]
public sealed record RegionSegment(double From, double To, int Sign, double? Share);
