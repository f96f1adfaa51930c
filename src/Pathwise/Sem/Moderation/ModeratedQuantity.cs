using Pathwise.Sem.Effects;

namespace Pathwise.Sem.Moderation;

/// <summary>
/// An effect at values of the moderators, or a sum of such with weights: a difference of two values or groups, or, since an effect that is linear in a moderator
/// rises by its slope from zero to one, an index.
/// </summary>
/// <param name="Effect">What it is called.</param>
/// <param name="Terms">Weights, the effects as functions of the moderators, and where each moderator is held.</param>
internal sealed record ModeratedQuantity(Effect Effect, IReadOnlyList<(double Weight, ModeratedPath Path, ModeratorPlace[] At)> Terms)
{
    /// <summary>The moderators, counted from 0, whose standard deviations an index is standardized by: the change for a standard deviation of each.</summary>
    public IReadOnlyList<int> ScaledBy { get; init; } = [];

    /// <summary>Whether the first term is divided by the second, in place of their sum.</summary>
    public bool IsRatio { get; init; }

    /// <summary>Whether it depends on where the moderators lie.</summary>
    public bool DependsOnSetting => ScaledBy.Count > 0 || Terms.Any(term => Array.Exists(term.At, place => place.IsAsked));

    /// <summary>The free parameters that it depends on, counted from 0.</summary>
    public int[] Parameters => [.. Terms.SelectMany(term => term.Path.Parameters).Distinct().Order()];

    /// <summary>
    /// The value at free parameters in a sample whose moderators lie so. Standardized where <paramref name="ratio"/> gives, for the position of a total effect
    /// in the catalogue, the standard deviation of its cause by that of its outcome.
    /// </summary>
    public double Value(ReadOnlySpan<double> free, ModeratorSetting setting, Func<int, double>? ratio = null)
    {
        if (IsRatio)
            return Term(0, free, setting, ratio) / Term(1, free, setting, ratio);
        var sum = 0.0;
        for (var k = 0; k < Terms.Count; k++)
            sum += Terms[k].Weight * Term(k, free, setting, ratio);
        return ratio is null ? sum : sum * Scale(setting);
    }

    private double Term(int k, ReadOnlySpan<double> free, ModeratorSetting setting, Func<int, double>? ratio)
    {
        var (_, path, at) = Terms[k];
        Span<double> moderators = stackalloc double[at.Length];
        for (var j = 0; j < at.Length; j++)
            moderators[j] = at[j].In(setting, j);
        return path.Value(free, moderators) * (ratio?.Invoke(path.Total) ?? 1);
    }

    private double Scale(ModeratorSetting setting)
    {
        var scale = 1.0;
        foreach (var j in ScaledBy)
            scale *= setting.Deviations[j];
        return scale;
    }
}
