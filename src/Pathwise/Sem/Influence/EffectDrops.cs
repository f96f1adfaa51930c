using Pathwise.Sem.Effects;

namespace Pathwise.Sem.Influence;

/// <summary>An effect, and how many cases must go for what is said of it to change.</summary>
[TypeFormatterSource]
public sealed record EffectDrops
{
    /// <summary>The effect.</summary>
    public required Effect Effect { get; init; }

    /// <summary>Its estimate from all cases.</summary>
    public required double Estimate { get; init; }

    /// <summary>Its standard error by the delta method; null where there is none.</summary>
    public required double? StandardError { get; init; }

    /// <summary>What the rule of significance compares with the normal distribution; null where there is none.</summary>
    public required double? Statistic { get; init; }

    /// <summary>True when the effect is significant by the rule.</summary>
    public required bool IsSignificant { get; init; }

    /// <summary>Sign, significance and the opposite, in this order.</summary>
    public required IReadOnlyList<DroppedCases> Drops { get; init => field = ValueList.Of(value); }

    /// <summary>The way of the greedy search that moves the statistic, from all cases on.</summary>
    public required IReadOnlyList<DropStep> Path { get; init => field = ValueList.Of(value); }

    /// <summary>What a claim needs.</summary>
    public DroppedCases Drop(DropClaim claim) => Drops.First(drop => drop.Claim == claim);
}

/// <summary>A step of a greedy search: how many cases are out, which went last, and what the effect is then.</summary>
[TypeFormatterSource]
public sealed record DropStep(int Count, CaseName? Case, double Estimate, double? StandardError);

/// <summary>The test of exact fit, and how many cases must go for its verdict to change.</summary>
[TypeFormatterSource]
public sealed record ModelDrops(double ChiSquare, int DegreesOfFreedom, double? PValue, DroppedCases? Rejection);
