using Pathwise.Sem.Effects;

namespace Pathwise.Sem.Moderation;

/// <summary>
/// An effect as a function of moderators: the sum, over one or more paths, of the products of the coefficients along each (Preacher, Rucker and Hayes, 2007).
/// </summary>
/// <param name="Kind">One of the conditional kinds.</param>
/// <param name="Effect">The effect at no value in particular.</param>
/// <param name="Total">The position, in the catalogue, of the total effect of the same pair, whose standardization it shares.</param>
/// <param name="Paths">The coefficients along each path.</param>
internal sealed record ModeratedPath(EffectKind Kind, Effect Effect, int Total, IReadOnlyList<ModeratedCoefficient[]> Paths)
{
    /// <summary>The effect at parameters and at moderators, as these enter the products.</summary>
    public double Value(ReadOnlySpan<double> free, ReadOnlySpan<double> moderators)
    {
        var sum = 0.0;
        foreach (var path in Paths)
        {
            var product = 1.0;
            foreach (var coefficient in path)
                product *= coefficient.Value(free, moderators);
            sum += product;
        }

        return sum;
    }

    /// <summary>Whether a moderator changes the effect.</summary>
    public bool DependsOn(int moderator) => Paths.Any(path => path.Any(coefficient => coefficient.DependsOn(moderator)));

    /// <summary>The degree of the effect as a polynomial in a moderator.</summary>
    public int DegreeIn(int moderator) => Paths.Max(path => path.Count(coefficient => coefficient.DependsOn(moderator)));

    /// <summary>Whether the effect is a straight line over a moderator, whatever the others are.</summary>
    public bool IsLinearIn(int moderator) => DegreeIn(moderator) <= 1;

    /// <summary>Whether the slope over a moderator, in which the effect is linear, depends on another.</summary>
    public bool SlopeDependsOn(int moderator, int other) => Paths.Any(path =>
        path.Any(coefficient => coefficient.DependsOn(moderator))
        && path.Any(coefficient => coefficient.DependsOn(moderator) ? coefficient.Joins([moderator, other]) : coefficient.DependsOn(other)));

    /// <summary>The free parameters that it depends on, counted from 0, ascending.</summary>
    public int[] Parameters => [.. Paths.SelectMany(path => path).SelectMany(coefficient => coefficient.Terms).Select(term => term.Free).Where(free => free >= 0).Distinct().Order()];
}
