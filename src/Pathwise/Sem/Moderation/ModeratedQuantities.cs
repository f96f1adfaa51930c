using Pathwise.Sem.Effects;

namespace Pathwise.Sem.Moderation;

/// <summary>Everything that is said of moderated effects: at each value, the indices, and the differences between values.</summary>
internal sealed class ModeratedQuantities
{
    private const int MostCombinations = 10_000;
    private const int MostCompared = 10;

    private readonly ModeratorSample sample;
    private readonly ModeratorSetting whole;
    private readonly IReadOnlyList<ModeratorBlock> blocks;
    private readonly CategoryIndices categories;

    public ModeratedQuantities(ModeratorSample sample, ModeratorSetting whole) =>
        (this.sample, this.whole, blocks, categories) = (sample, whole, sample.Blocks.All, new(this));

    /// <summary>The effects at each combination of the values of the moderators that change it.</summary>
    public IEnumerable<ModeratedQuantity> Conditional(IReadOnlyList<ModeratedPath> paths) =>
        paths.OrderBy(path => path.Kind).SelectMany(path => Combinations(Relevant(path)).Select(at => Conditional(path, at)));

    /// <summary>
    /// The indices of moderated mediation (Hayes, 2015, 2018): the slope of an indirect effect over a moderator in which it is linear; where the slope depends on
    /// other moderators, at their values, and the slope of the slope. Where a moderator has two values, in which the effect is not linear, the difference; of a
    /// categorical moderator the differences that its coding states.
    /// </summary>
    public IEnumerable<ModeratedQuantity> Indices(IReadOnlyList<ModeratedPath> paths) => paths.Where(path => path.Kind == EffectKind.ConditionalIndirect).SelectMany(Indices);

    /// <summary>The differences between each two values of the only moderator of an effect, the higher less the lower, the later category less the earlier.</summary>
    public IEnumerable<ModeratedQuantity> Differences(IReadOnlyList<ModeratedPath> paths) =>
        from path in paths.OrderBy(path => path.Kind)
        where path.Kind is EffectKind.ConditionalDirect or EffectKind.ConditionalIndirect || path.Paths.Count > 1
        let relevant = Relevant(path)
        where relevant.Length == 1 && Count(relevant[0]) is > 1 and <= MostCompared
        from low in Enumerable.Range(0, Count(relevant[0]))
        from high in Enumerable.Range(low + 1, Count(relevant[0]) - low - 1)
        select Difference(path, EffectKind.ConditionalContrast, relevant[0], high, low);

    /// <summary>The moderators that change an effect.</summary>
    public ModeratorBlock[] Relevant(ModeratedPath path) => [.. blocks.Where(block => block.Moves(path))];

    /// <summary>For each combination of values of these moderators, of every variable the number of its value, -1 of others.</summary>
    public IEnumerable<int[]> Combinations(IReadOnlyList<ModeratorBlock> relevant)
    {
        if (relevant.Aggregate(1.0, (count, block) => count * Count(block)) > MostCombinations)
            throw new InputException($"--at: the values of {string.Join(", ", relevant.Select(block => block.Name))} have more than {MostCombinations} combinations; give fewer.");
        IEnumerable<int[]> combinations = [[.. sample.Blocks.Columns.Select(_ => -1)]];
        foreach (var block in relevant)
            combinations = combinations.SelectMany(at => Enumerable.Range(0, Count(block)).Select(point => With(at, block, point)));
        return combinations;
    }

    /// <summary>The conditions that such a combination states.</summary>
    public IReadOnlyList<ModeratorCondition> Conditions(int[] at) =>
        [.. blocks.Where(block => at[block.Columns[0]] >= 0).Select(block => Condition(block, at[block.Columns[0]] - sample.First(block.Columns[0])))];

    /// <summary>Where each variable is held by such a combination; the others where it is said.</summary>
    public static ModeratorPlace[] Places(int[] at, Func<int, ModeratorPlace> otherwise) => [.. at.Select((point, j) => point >= 0 ? ModeratorPlace.At(point) : otherwise(j))];

    /// <summary>A value of a moderator, counted from 0.</summary>
    public ModeratorCondition Condition(ModeratorBlock block, int point)
    {
        var (first, asked) = (block.Columns[0], sample.Points[block.Columns[0]][point]);
        if (block.Coding is { } coding)
            return ModeratorCondition.OfCategory(block.Name, coding.Categories, asked.Category!);
        var value = whole.Points[sample.First(first) + point];
        var isOutside = sample.Distributions[first] is { } found && (value < found.Least || value > found.Largest);
        return new(block.Name, value, asked.Label, isOutside);
    }

    private IEnumerable<ModeratedQuantity> Indices(ModeratedPath path)
    {
        var relevant = Relevant(path);
        foreach (var block in relevant)
        {
            ModeratorBlock[] others = [.. relevant.Where(other => other != block && block.DependsOn(path, other))];
            var found = block.Coding is not null ? categories.Of(path, block, others)
                : path.IsLinearIn(block.Columns[0]) ? Combinations(others).Select(at => Slope(path, block.Columns, at))
                : relevant.Length == 1 && HasTwoValues(block) ? [Difference(path, EffectKind.ModerationIndex, block, 1, 0)]
                : [];
            foreach (var index in found)
                yield return index;
        }

        if (relevant is [{ Coding: null } one, { Coding: null } two] && path.IsLinearIn(one.Columns[0]) && path.IsLinearIn(two.Columns[0]) && one.DependsOn(path, two))
            yield return Slope(path, [.. one.Columns, .. two.Columns], Nowhere);
    }

    private ModeratedQuantity Slope(ModeratedPath path, int[] over, int[] at)
    {
        var terms = Enumerable.Range(0, 1 << over.Length).Select(ones => (
            over.Where((_, k) => (ones >> k & 1) == 0).Aggregate(1.0, (sign, _) => -sign),
            path,
            Places(at, j => ModeratorPlace.InProduct(Array.IndexOf(over, j) is >= 0 and var k ? ones >> k & 1 : 0))));
        return new(
            path.Effect with { Kind = EffectKind.ModerationIndex, Moderators = [.. over.Select(j => sample.Blocks.Columns[j])], Conditions = Conditions(at) },
            [.. terms]) { ScaledBy = over };
    }

    private ModeratedQuantity Difference(ModeratedPath path, EffectKind kind, ModeratorBlock block, int high, int low)
    {
        int[] At(int point) => With(Nowhere, block, point);
        var isIndex = kind == EffectKind.ModerationIndex;
        return new(
            path.Effect with { Kind = kind, Of = isIndex ? default : path.Kind, Moderators = isIndex ? [block.Name] : [], Conditions = isIndex ? [] : Conditions(At(high)), Less = isIndex ? [] : Conditions(At(low)) },
            [(1, path, Places(At(high), Zero)), (-1, path, Places(At(low), Zero))]);
    }

    private ModeratedQuantity Conditional(ModeratedPath path, int[] at) =>
        new(path.Effect with { Kind = path.Kind, Conditions = Conditions(at) }, [(1, path, Places(at, Zero))]);

    private static ModeratorPlace Zero(int variable) => ModeratorPlace.InProduct(0);

    private int[] Nowhere => [.. sample.Blocks.Columns.Select(_ => -1)];

    private int Count(ModeratorBlock block) => sample.Points[block.Columns[0]].Count;

    private bool HasTwoValues(ModeratorBlock block) => sample.Distributions[block.Columns[0]]?.Distinct is [_, _] && Count(block) == 2;

    private int[] With(int[] at, ModeratorBlock block, int point)
    {
        int[] changed = [.. at];
        foreach (var j in block.Columns)
            changed[j] = sample.First(j) + point;
        return changed;
    }
}
