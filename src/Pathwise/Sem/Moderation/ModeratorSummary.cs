using Pathwise.Sem.Effects;
using Pathwise.Surveys;

namespace Pathwise.Sem.Moderation;

/// <summary>A moderator as it lies in the sample, and the values at which effects are stated.</summary>
[TypeFormatterSource]
public sealed record ModeratorSummary
{
    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>Whether it is latent; its values are then distances from its mean.</summary>
    public required bool IsLatent { get; init; }

    /// <summary>How a categorical moderator is coded; null of any other.</summary>
    public required CategoryCoding? Coding { get; init; }

    /// <summary>Its mean; zero of a latent one, null of a categorical one.</summary>
    public required double? Mean { get; init; }

    /// <summary>Its standard deviation, by the number of cases less one; the model's of a latent one, null of a categorical one.</summary>
    public required double? StandardDeviation { get; init; }

    /// <summary>The smallest value of the data; null of a latent or categorical one.</summary>
    public required double? Least { get; init; }

    /// <summary>The largest value of the data; null of a latent or categorical one.</summary>
    public required double? Largest { get; init; }

    /// <summary>What is taken from it before it enters products; null of a categorical one.</summary>
    public required double? Centre { get; init; }

    /// <summary>The values at which effects are stated.</summary>
    public required IReadOnlyList<ModeratorCondition> Values { get; init => field = ValueList.Of(value); }
}
