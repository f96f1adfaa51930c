namespace Pathwise.Multiverse.Inference;

/// <summary>
/// The fewest decisions that have to be taken otherwise than in the reference analysis for a claim to turn out the other way: to be lost where it holds
/// there, to hold where it does not. Decisions that do not arise in one of two universes are not counted as different.
/// </summary>
/// <param name="HoldsInReference">Whether the claim holds in the reference.</param>
/// <param name="Changes">The number of decisions; null where the claim turns out alike in all universes that can be judged.</param>
/// <param name="Universes">The universes at this distance in which it turns out the other way: their positions in the curve, in order.</param>
[TypeFormatterSource]
public sealed record ShortestChange(bool HoldsInReference, int? Changes, IReadOnlyList<int> Universes)
{
    /// <summary>The universes at this distance in which it turns out the other way: their positions in the curve, in order.</summary>
    public IReadOnlyList<int> Universes { get; init => field = ValueList.Of(value); } = ValueList.Of(Universes);

    /// <summary>Null where the claim cannot be judged in the reference.</summary>
    internal static ShortestChange? Of(ChoiceGrid grid, IReadOnlyList<bool?> holds, int reference)
    {
        if (reference < 0 || holds[reference] is not { } inReference)
            return null;
        int[] others = [.. Enumerable.Range(0, grid.Count).Where(s => holds[s] == !inReference)];
        if (others.Length == 0)
            return new(inReference, null, []);
        var least = others.Min(s => grid.Distance(reference, s));
        return new(inReference, least, [.. others.Where(s => grid.Distance(reference, s) == least)]);
    }
}
