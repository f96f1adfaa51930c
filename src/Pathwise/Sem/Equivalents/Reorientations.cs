using Pathwise.Tables;

namespace Pathwise.Sem.Equivalents;

/// <summary>
/// The structural parts that could stand in place of another: every arrow turned or replaced by a covariance, in every combination without a
/// feedback loop; in each of these a direct path exchanged for a covariance of mediator and outcome, and the other way round; and one common
/// factor. Candidates only: what of them is equivalent is decided by <see cref="EquivalenceTest"/>.
/// </summary>
internal sealed class Reorientations
{
    // Beyond this nobody would read the list, and counting them takes long.
    private const double MostCombinations = 1e6;

    private readonly StructuralPart part;
    private readonly HashSet<string> first;

    private Reorientations(StructuralPart part, IEnumerable<string> first) => (this.part, this.first) = (part, [.. first]);

    /// <summary>
    /// The graphs, each once, the model's own first; nothing points to the variables <paramref name="first"/>, nor do they covary with anything
    /// that they did not covary with.
    /// </summary>
    /// <exception cref="InputException">There are more than <paramref name="most"/>, or the model explains one of the first variables.</exception>
    public static IReadOnlyList<StructuralGraph> Of(StructuralPart part, IReadOnlyList<string> first, int most)
    {
        foreach (var name in first.Where(name => !part.Graph.Variables.Contains(name)))
            throw new InputException(NearestName.Complaint("the structural variables", name, part.Graph.Variables));
        if (part.Graph.Arrows.FirstOrDefault(arrow => first.Contains(arrow.To)) is { } explained)
            throw new InputException($"The model explains {explained.To} ({explained.To} ~ {explained.From}), which is said to come first.");
        return new Reorientations(part, first).All(most);
    }

    private List<StructuralGraph> All(int most)
    {
        StructuralRelation[][][] pairs = [.. Pairs().Select(Choices)];
        var combinations = pairs.Aggregate(1.0, (product, choices) => product * choices.Length);
        if (combinations > MostCombinations)
            throw new InputException($"The structural part has {pairs.Length} pairs of joined variables, which can be turned in {combinations:0} ways; at most {MostCombinations:0} are gone through. Name variables that come first, whose arrows stay.");
        List<StructuralGraph> turned = [part.Graph, .. Combine(pairs).Where(graph => graph.IsAcyclic)];
        List<StructuralGraph> all = [.. turned.Concat(turned.SelectMany(Exchanges)).Concat(Factors()).Distinct()];
        return all.Count <= most
            ? all
            : throw new InputException($"The structural part can be turned in {all.Count} ways, and at most {most} are to be fitted; allow more, or name variables that come first, whose arrows stay.");
    }

    private IEnumerable<StructuralRelation[]> Pairs() => part.Graph.Relations
        .GroupBy(each => string.CompareOrdinal(each.From, each.To) < 0 ? (each.From, each.To) : (each.To, each.From))
        .Select(pair => pair.ToArray());

    // An arrow can be turned or become a covariance; beside a covariance it can be turned alone.
    private StructuralRelation[][] Choices(StructuralRelation[] pair)
    {
        var (one, other) = (pair[0].From, pair[0].To);
        if (part.Settled.Contains(pair[0]) || (first.Contains(one) && first.Contains(other)))
            return [pair];
        StructuralRelation[][] choices = pair.Length == 2
            ? [[new(one, other, true), new(one, other, false)], [new(other, one, true), new(one, other, false)]]
            : [[new(one, other, true)], [new(other, one, true)], [new(one, other, false)]];
        return [.. choices.Where(choice => choice.SequenceEqual(pair) || !choice.Any(Disturbs))];
    }

    private bool Disturbs(StructuralRelation each) => first.Contains(each.To) || (!each.IsArrow && first.Contains(each.From));

    private IEnumerable<StructuralGraph> Combine(StructuralRelation[][][] pairs)
    {
        IEnumerable<IEnumerable<StructuralRelation>> combined = [[]];
        foreach (var choices in pairs)
            combined = combined.SelectMany(chosen => choices.Select(choice => chosen.Concat(choice)));
        return combined.Select(relations => StructuralGraph.Of(part.Graph.Variables, relations));
    }

    // x -> m -> y with x -> y, against x -> m -> y with covarying disturbances of m and y, where x serves as an instrument.
    private IEnumerable<StructuralGraph> Exchanges(StructuralGraph graph) =>
        from one in graph.Arrows
        from two in graph.Arrows
        where one.To == two.From
        let direct = new StructuralRelation(one.From, two.To, true)
        let disturbances = new StructuralRelation(two.From, two.To, false)
        from exchanged in Exchanged(graph, direct, disturbances)
        select exchanged;

    private IEnumerable<StructuralGraph> Exchanged(StructuralGraph graph, StructuralRelation direct, StructuralRelation disturbances)
    {
        var (hasDirect, hasCovariance) = (graph.Relations.Contains(direct), graph.Covariances.Any(each => each.Joins(disturbances.From, disturbances.To)));
        if (hasDirect && !hasCovariance && !Disturbs(disturbances))
            yield return graph.With(disturbances, direct);
        if (hasCovariance && !graph.AreJoined(direct.From, direct.To))
            yield return graph.With(direct, graph.Covariances.First(each => each.Joins(disturbances.From, disturbances.To)));
    }

    private IEnumerable<StructuralGraph> Factors() => part.Graph.Variables.Count >= 3 && part.Settled.Count == 0 && first.Count == 0
        ? [StructuralGraph.CommonFactor(part.Graph.Variables)]
        : [];
}
