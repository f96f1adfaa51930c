using Pathwise.Sem.Effects;

namespace Pathwise.Sem.Influence;

/// <summary>The effects of a catalogue that a search looks at: the one asked for, then the direct and the total effect of its pair. Immutable.</summary>
internal sealed class DropTargets
{
    private readonly int[][] legs;

    /// <summary>Of the named effect, which the catalogue has.</summary>
    public DropTargets(EffectCatalogue catalogue, string name, SignificanceRule rule)
    {
        var entries = catalogue.Entries.ToList();
        var main = entries.FindIndex(entry => entry.Effect.Name == name);
        Entries = [main, .. Beside(entries, main)];
        Effects = [.. Entries.Select(place => entries[place].Effect)];
        legs = [.. Entries.Select(place => rule == SignificanceRule.Joint ? Legs(entries, entries[place]) : [])];
    }

    /// <summary>Their places in the catalogue.</summary>
    public int[] Entries { get; }

    /// <summary>The effects.</summary>
    public IReadOnlyList<Effect> Effects { get; }

    /// <summary>What the search looks at, from the estimates and errors of the catalogue's effects.</summary>
    public DropMeasure[] Measures(Func<int, double> value, Func<int, double> error) => [.. Entries.Select((place, i) => Measure(place, legs[i], value, error))];

    private static DropMeasure Measure(int place, int[] legs, Func<int, double> value, Func<int, double> error)
    {
        var (estimate, deviation) = (value(place), error(place));
        return new(estimate, deviation, legs.Length == 0 ? estimate / deviation : Math.Sign(estimate) * legs.Min(leg => Math.Abs(value(leg) / error(leg))));
    }

    // A total that is one path alone is no other effect.
    private static IEnumerable<int> Beside(List<EffectEntry> entries, int main)
    {
        var asked = entries[main].Effect;
        bool IsOfPair(Effect effect) => asked.Cause.Length > 0 && effect.Cause == asked.Cause && effect.Outcome == asked.Outcome;
        var paths = entries.Count(entry => IsOfPair(entry.Effect) && entry.Effect.Kind <= EffectKind.SpecificIndirect);
        return entries.Index()
            .Where(each => each.Index != main && IsOfPair(each.Item.Effect) && (each.Item.Effect.Kind == EffectKind.Direct || (each.Item.Effect.Kind == EffectKind.Total && paths > 1)))
            .Select(each => each.Index);
    }

    private static int[] Legs(List<EffectEntry> entries, EffectEntry path) => path.Effect.Kind != EffectKind.SpecificIndirect ? [] :
    [
        .. Enumerable.Range(1, path.Path.Length - 1)
            .Select(i => entries.FindIndex(entry => entry.Effect.Kind == EffectKind.Direct && entry.First == path.Path[i - 1] && entry.Second == path.Path[i])),
    ];
}
