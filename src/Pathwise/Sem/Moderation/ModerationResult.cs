using Pathwise.Sem.Estimation;
using Pathwise.Sem.Intervals;

namespace Pathwise.Sem.Moderation;

/// <summary>Conditional effects of a fit at values of its moderators, the indices, the differences, and where along a moderator they differ from zero. Immutable.</summary>
[TypeFormatterSource]
public sealed record ModerationResult
{
    /// <summary>The fit.</summary>
    public required FitResult Fit { get; init; }

    /// <summary>What was asked for.</summary>
    public required EffectOptions Options { get; init; }

    /// <summary>The moderators.</summary>
    public required IReadOnlyList<ModeratorSummary> Moderators { get; init => field = ValueList.Of(value); }

    /// <summary>Conditional effects, then indices, then differences between values.</summary>
    public required IReadOnlyList<EffectEstimate> Effects { get; init => field = ValueList.Of(value); }

    /// <summary>Regions of significance of the effects of a single moderator with more than two values, by each kind of interval but the profile.</summary>
    public required IReadOnlyList<SignificanceRegion> Regions { get; init => field = ValueList.Of(value); }

    /// <summary>Regression lines at the values of the moderators, of observed variables: the conditional direct effects as lines.</summary>
    public required IReadOnlyList<SimpleSlope> Slopes { get; init => field = ValueList.Of(value); }

    /// <summary>What a reader must know of the products and values, in sentences.</summary>
    public required IReadOnlyList<string> Notes { get; init => field = ValueList.Of(value); }
}
