using Pathwise.Sem.Effects;

namespace Pathwise.Sem.Moderation;

/// <summary>
/// An effect at values of the moderators, or a sum of such with weights: a difference of two, or, since an effect that is linear in a moderator rises by its slope
/// from zero to one, an index.
/// </summary>
/// <param name="Effect">What it is called.</param>
/// <param name="Path">The effect as a function of the moderators.</param>
/// <param name="Terms">Weights, and where each moderator is held.</param>
internal sealed record ModeratedQuantity(Effect Effect, ModeratedPath Path, IReadOnlyList<(double Weight, ModeratorPlace[] At)> Terms)
{
    /// <summary>The moderators, counted from 0, whose standard deviations an index is standardized by: the change for a standard deviation of each.</summary>
    public IReadOnlyList<int> ScaledBy { get; init; } = [];

    /// <summary>The value at free parameters in a sample whose moderators lie so.</summary>
    public double Value(ReadOnlySpan<double> free, ModeratorSetting setting)
    {
        Span<double> moderators = stackalloc double[setting.Centres.Length];
        var sum = 0.0;
        foreach (var (weight, at) in Terms)
        {
            for (var j = 0; j < at.Length; j++)
                moderators[j] = at[j].In(setting, j);
            sum += weight * Path.Value(free, moderators);
        }

        return sum;
    }

    /// <summary>What a standardized value has besides the standard deviations of cause and outcome.</summary>
    public double Scale(ModeratorSetting setting)
    {
        var scale = 1.0;
        foreach (var j in ScaledBy)
            scale *= setting.Deviations[j];
        return scale;
    }
}
