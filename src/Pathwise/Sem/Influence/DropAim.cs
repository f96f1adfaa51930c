using Pathwise.Numerics;
using Pathwise.Sem.Compiled;

namespace Pathwise.Sem.Influence;

/// <summary>What a search makes as small as it can.</summary>
internal enum DropQuantity
{
    /// <summary>An estimate.</summary>
    Estimate,

    /// <summary>What the rule of significance compares.</summary>
    Statistic,

    /// <summary>The chi-square of exact fit.</summary>
    ChiSquare,
}

/// <summary>The direction in which a search goes: a quantity of an effect (of the model: 0) times a sign is to fall.</summary>
internal readonly record struct DropDirection(DropQuantity Quantity, int Target, double Sign)
{
    /// <summary>The quantity that is to fall; infinite where it does not exist.</summary>
    public double Score(Omission fit)
    {
        var value = Sign * (Quantity == DropQuantity.ChiSquare ? fit.ChiSquare
            : fit.Measures.Length == 0 ? double.NaN
            : Quantity == DropQuantity.Estimate ? fit.Measures[Target].Value
            : fit.Measures[Target].Statistic);
        return double.IsNaN(value) ? double.PositiveInfinity : value;
    }
}

/// <summary>A claim that has changed once the quantity of a direction is below a threshold.</summary>
internal sealed record DropAim(DropClaim Claim, DropDirection Direction, double Threshold)
{
    /// <summary>True when the claim has changed in a fit.</summary>
    public bool IsMet(Omission fit) => Direction.Score(fit) < Threshold;

    /// <summary>The aims of an effect, which is significant where its statistic exceeds the critical value; without a statistic those that need none.</summary>
    public static IEnumerable<DropAim> OfEffect(Omission all, int target, double critical)
    {
        var (value, statistic) = (all.Measures[target].Value, all.Measures[target].Statistic);
        double sign = value < 0 ? -1 : 1;
        DropDirection down = new(DropQuantity.Statistic, target, sign), up = down with { Sign = -sign };
        yield return new(DropClaim.Sign, new(DropQuantity.Estimate, target, sign), 0);
        if (double.IsNaN(statistic))
            yield break;
        yield return sign * statistic > critical ? new(DropClaim.Significance, down, critical) : new(DropClaim.Significance, up, -critical);
        yield return new(DropClaim.Opposite, down, -critical);
    }

    /// <summary>The aim of the test of exact fit; null without degrees of freedom.</summary>
    public static DropAim? OfModel(Omission all, int degreesOfFreedom, double level)
    {
        if (degreesOfFreedom <= 0 || double.IsNaN(all.ChiSquare))
            return null;
        var critical = ChiSquareDistribution.Quantile(level, degreesOfFreedom);
        double sign = all.ChiSquare > critical ? 1 : -1;
        return new(DropClaim.Rejection, new(DropQuantity.ChiSquare, 0, sign), sign * critical);
    }
}

/// <summary>What a search has found for an aim so far.</summary>
internal sealed class DropHunt(DropAim aim)
{
    /// <summary>The aim.</summary>
    public DropAim Aim { get; } = aim;

    /// <summary>The fewest cases found so far, counted from 0 and in ascending order; null for none.</summary>
    public int[]? Set { get; private set; }

    /// <summary>The fit without them.</summary>
    public Omission? Fit { get; private set; }

    /// <summary>How many the greedy search needs.</summary>
    public int? GreedyCount { get; private set; }

    /// <summary>
    /// The same less the part of the last step that was not needed, the quantity taken to fall evenly in it: so samples that need as many are told
    /// apart.
    /// </summary>
    public double? GreedyExtent { get; private set; }

    /// <summary>The fewest cases with which an improper solution would have met the aim.</summary>
    public int? ImproperCount { get; private set; }

    /// <summary>Every smaller set was tried.</summary>
    public int AtLeast { get; private set; } = 1;

    /// <summary>True while a set of so many cases would be news.</summary>
    public bool IsOpenTo(int size) => Set is null || Set.Length > size;

    /// <summary>Looks at a set that may be chosen, or one with an improper solution that may not.</summary>
    public void Consider(int[] set, Omission fit, bool isAdmitted)
    {
        if (!IsOpenTo(set.Length) && !(Set!.Length == set.Length && Aim.Direction.Score(fit) < Aim.Direction.Score(Fit!)))
            return;
        if (!Aim.IsMet(fit))
            return;
        if (isAdmitted)
            (Set, Fit) = ([.. set.Order()], fit);
        else if (fit.Status.IsImproper())
            ImproperCount = Math.Min(ImproperCount ?? int.MaxValue, set.Length);
    }

    /// <summary>Says that the greedy search has come to its end, and which fits it went through, that of all cases first.</summary>
    public void EndGreedy(IReadOnlyList<Omission> way)
    {
        if ((GreedyCount = Set?.Length) is not { } count)
            return;
        var (before, after) = (Aim.Direction.Score(way[count - 1]), Aim.Direction.Score(Fit!));
        GreedyExtent = count - 1 + ((before - Aim.Threshold) / (before - after));
    }

    /// <summary>Says that every set of so many cases was tried.</summary>
    public void Conclude(int size) => AtLeast = Math.Min(Set?.Length ?? int.MaxValue, size + 1);
}
