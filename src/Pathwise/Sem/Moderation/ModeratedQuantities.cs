using Pathwise.Sem.Effects;

namespace Pathwise.Sem.Moderation;

/// <summary>Everything that is said of moderated effects: at each value, the indices, and the differences between values.</summary>
internal sealed class ModeratedQuantities
{
    private const int MostCombinations = 10_000;
    private const int MostCompared = 10;

    private readonly IReadOnlyList<string> moderators;
    private readonly ModeratorSample sample;
    private readonly ModeratorSetting whole;

    public ModeratedQuantities(IReadOnlyList<string> moderators, ModeratorSample sample, ModeratorSetting whole) => (this.moderators, this.sample, this.whole) = (moderators, sample, whole);

    /// <summary>The effects at each combination of the values of the moderators that change it.</summary>
    public IEnumerable<ModeratedQuantity> Conditional(IReadOnlyList<ModeratedPath> paths) =>
        paths.OrderBy(path => path.Kind).SelectMany(path => Combinations(Relevant(path)).Select(at => Conditional(path, at)));

    /// <summary>
    /// The indices of moderated mediation (Hayes, 2015, 2018): the slope of an indirect effect over a moderator in which it is linear; where the slope depends on
    /// other moderators, at their values, and the slope of the slope. Where a moderator has two values, in which the effect is not linear, the difference.
    /// </summary>
    public IEnumerable<ModeratedQuantity> Indices(IReadOnlyList<ModeratedPath> paths) => paths.Where(path => path.Kind == EffectKind.ConditionalIndirect).SelectMany(Indices);

    /// <summary>The differences between each two values of the only moderator of an effect, the higher less the lower.</summary>
    public IEnumerable<ModeratedQuantity> Differences(IReadOnlyList<ModeratedPath> paths) =>
        from path in paths.OrderBy(path => path.Kind)
        where path.Kind is EffectKind.ConditionalDirect or EffectKind.ConditionalIndirect || path.Paths.Count > 1
        let relevant = Relevant(path)
        where relevant.Length == 1 && sample.Points[relevant[0]].Count is > 1 and <= MostCompared
        from low in Enumerable.Range(0, sample.Points[relevant[0]].Count)
        from high in Enumerable.Range(low + 1, sample.Points[relevant[0]].Count - low - 1)
        select Difference(path, EffectKind.ConditionalContrast, relevant[0], high, low);

    private IEnumerable<ModeratedQuantity> Indices(ModeratedPath path)
    {
        var relevant = Relevant(path);
        foreach (var j in relevant)
        {
            int[] others = [.. relevant.Where(other => other != j && path.SlopeDependsOn(j, other))];
            if (path.IsLinearIn(j))
            {
                foreach (var at in Combinations(others))
                    yield return Slope(path, [j], at);
            }
            else if (relevant.Length == 1 && sample.Distributions[j]?.Distinct is [_, _] && sample.Points[j].Count == 2)
            {
                yield return Difference(path, EffectKind.ModerationIndex, j, 1, 0);
            }
        }

        if (relevant is [var one, var other] && path.IsLinearIn(one) && path.IsLinearIn(other) && path.SlopeDependsOn(one, other))
            yield return Slope(path, relevant, []);
    }

    private ModeratedQuantity Slope(ModeratedPath path, int[] over, int[] at)
    {
        var terms = Enumerable.Range(0, 1 << over.Length).Select(ones => (
            over.Where((_, k) => (ones >> k & 1) == 0).Aggregate(1.0, (sign, _) => -sign),
            path,
            Places(at, j => Array.IndexOf(over, j) is >= 0 and var k ? ones >> k & 1 : 0)));
        return new(
            path.Effect with { Kind = EffectKind.ModerationIndex, Moderators = [.. over.Select(j => moderators[j])], Conditions = Conditions(at) },
            [.. terms]) { ScaledBy = over };
    }

    private ModeratedQuantity Difference(ModeratedPath path, EffectKind kind, int moderator, int high, int low)
    {
        int[] At(int point) => [.. moderators.Select((_, j) => j == moderator ? sample.First(j) + point : -1)];
        var isIndex = kind == EffectKind.ModerationIndex;
        return new(
            path.Effect with { Kind = kind, Of = isIndex ? default : path.Kind, Moderators = isIndex ? [moderators[moderator]] : [], Conditions = isIndex ? [] : Conditions(At(high)), Less = isIndex ? [] : Conditions(At(low)) },
            [(1, path, Places(At(high), _ => 0)), (-1, path, Places(At(low), _ => 0))]);
    }

    private ModeratedQuantity Conditional(ModeratedPath path, int[] at) =>
        new(path.Effect with { Kind = path.Kind, Conditions = Conditions(at) }, [(1, path, Places(at, _ => 0))]);

    private ModeratorPlace[] Places(int[] at, Func<int, int> otherwise) =>
        [.. moderators.Select((_, j) => at.Length > j && at[j] >= 0 ? ModeratorPlace.At(at[j]) : ModeratorPlace.InProduct(otherwise(j)))];

    private int[] Relevant(ModeratedPath path) => [.. Enumerable.Range(0, moderators.Count).Where(path.DependsOn)];

    // For each combination of values of these moderators, of every moderator the number of its value, -1 of others.
    private IEnumerable<int[]> Combinations(int[] relevant)
    {
        if (relevant.Aggregate(1.0, (count, j) => count * sample.Points[j].Count) > MostCombinations)
            throw new InputException($"--at: the values of {string.Join(", ", relevant.Select(j => moderators[j]))} have more than {MostCombinations} combinations; give fewer.");
        IEnumerable<int[]> combinations = [[.. moderators.Select(_ => -1)]];
        foreach (var j in relevant)
            combinations = combinations.SelectMany(at => Enumerable.Range(sample.First(j), sample.Points[j].Count).Select(point => With(at, j, point)));
        return combinations;
    }

    private static int[] With(int[] at, int moderator, int point)
    {
        int[] changed = [.. at];
        changed[moderator] = point;
        return changed;
    }

    private IReadOnlyList<ModeratorCondition> Conditions(int[] at) => [.. at.Index().Where(each => each.Item >= 0).Select(each => Condition(each.Index, each.Item))];

    /// <summary>A value of a moderator, both counted from 0, the value among those of all moderators.</summary>
    public ModeratorCondition Condition(int moderator, int point)
    {
        var value = whole.Points[point];
        var isOutside = sample.Distributions[moderator] is { } found && (value < found.Least || value > found.Largest);
        return new(moderators[moderator], value, sample.Points[moderator][point - sample.First(moderator)].Label, isOutside);
    }
}
