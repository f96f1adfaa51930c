using Pathwise.Multiverse.Plans;

namespace Pathwise.Multiverse.Runs;

/// <summary>How the universes of a plan ended, where the published analysis stands among them, and in how many each claim holds.</summary>
[TypeFormatterSource]
public sealed record MultiverseSummary
{
    /// <summary>Number of universes.</summary>
    public required int Universes { get; init; }

    /// <summary>Number of universes of each type.</summary>
    public required IReadOnlyDictionary<DecisionType, int> Types { get; init => field = ValueDictionary.Of(value); }

    /// <summary>Number of universes by how they ended.</summary>
    public required IReadOnlyDictionary<UniverseStatus, int> Statuses { get; init => field = ValueDictionary.Of(value); }

    /// <summary>Number of universes without estimates, or with improper ones, by reason.</summary>
    public required IReadOnlyDictionary<string, int> Reasons { get; init => field = ValueDictionary.Of(value); }

    /// <summary>One row for each claim.</summary>
    public required IReadOnlyList<ClaimSummary> Claims { get; init => field = ValueList.Of(value); }

    /// <summary>The summary of a result.</summary>
    public static MultiverseSummary Of(MultiverseResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        return new()
        {
            Universes = result.Rows.Count,
            Types = Counts(result.Rows, row => row.Type),
            Statuses = Counts(result.Rows, row => row.Status),
            Reasons = ValueDictionary.Of(result.Rows.Where(row => row.Reason is not null).CountBy(row => row.Reason!).OrderBy(each => each.Key, StringComparer.Ordinal).ToDictionary()),
            Claims = [.. result.Plan.Claims.Select((claim, i) => ClaimSummary.Of(claim, i, result))],
        };
    }

    private static IReadOnlyDictionary<T, int> Counts<T>(IReadOnlyList<UniverseRow> rows, Func<UniverseRow, T> key)
        where T : struct, Enum =>
        ValueDictionary.Of(Enum.GetValues<T>().ToDictionary(each => each, each => rows.Count(row => EqualityComparer<T>.Default.Equals(key(row), each))));
}

/// <summary>Where the published analysis stands among the universes of type E in a claim, and in how many universes the claim holds.</summary>
/// <param name="Claim">The claim.</param>
/// <param name="Reference">What the published analysis says of it.</param>
/// <param name="Estimates">The place of its estimate among those of type E, from the smallest.</param>
/// <param name="PValues">The place of its p among those of type E, from the smallest.</param>
/// <param name="Shares">In how many universes of each type the claim holds.</param>
[TypeFormatterSource]
public sealed record ClaimSummary(Claim Claim, ClaimOutcome Reference, ReferenceRank? Estimates, ReferenceRank? PValues, IReadOnlyList<ClaimShare> Shares)
{
    /// <summary>In how many universes of each type the claim holds.</summary>
    public IReadOnlyList<ClaimShare> Shares { get; init => field = ValueList.Of(value); } = ValueList.Of(Shares);

    internal static ClaimSummary Of(Claim claim, int place, MultiverseResult result)
    {
        var reference = result.Reference.Claims[place];
        ClaimOutcome[] equivalent = [.. result.Rows.Where(row => row.Type == DecisionType.Equivalent).Select(row => row.Claims[place])];
        return new(
            claim, reference,
            ReferenceRank.Of(reference.Estimate, equivalent.Select(each => each.Estimate)),
            ReferenceRank.Of(reference.PValue, equivalent.Select(each => each.PValue)),
            [.. Enum.GetValues<DecisionType>().Select(type => ClaimShare.Of(type, result.Rows.Where(row => row.Type == type).Select(row => row.Claims[place].Holds)))]);
    }
}

/// <summary>Where a number of the published analysis stands among those of all universes of type E, itself among them.</summary>
/// <param name="Below">How many are smaller.</param>
/// <param name="Equal">How many are equal, itself included.</param>
/// <param name="Count">How many there are.</param>
[TypeFormatterSource]
public sealed record ReferenceRank(int Below, int Equal, int Count)
{
    /// <summary>Its place from the smallest, counted from 1, those that are equal sharing the mean of theirs.</summary>
    public double Rank => Below + ((Equal + 1) / 2.0);

    /// <summary>The share of those that are not above it.</summary>
    public double Percentile => (Below + Equal) / (double)Count;

    internal static ReferenceRank? Of(double? own, IEnumerable<double?> all)
    {
        double[] known = [.. all.OfType<double>().Where(double.IsFinite)];
        return own is { } value && known.Length > 0 ? new(known.Count(each => each < value), known.Count(each => each.Equals(value)), known.Length) : null;
    }
}

/// <summary>In how many universes of a type a claim holds.</summary>
/// <param name="Type">The type.</param>
/// <param name="Holds">In how many it holds.</param>
/// <param name="Fails">In how many it does not.</param>
/// <param name="Unknown">In how many that cannot be said: no estimates, or no such effect.</param>
[TypeFormatterSource]
public sealed record ClaimShare(DecisionType Type, int Holds, int Fails, int Unknown)
{
    /// <summary>The share of those in which it holds, of those in which that can be said; null without any.</summary>
    public double? Share => Holds + Fails > 0 ? Holds / (double)(Holds + Fails) : null;

    internal static ClaimShare Of(DecisionType type, IEnumerable<bool?> holds)
    {
        bool?[] all = [.. holds];
        return new(type, all.Count(each => each == true), all.Count(each => each == false), all.Count(each => each is null));
    }
}
