using Pathwise.Sem.Effects;
using Pathwise.Surveys;

namespace Pathwise.Sem.Moderation;

/// <summary>
/// Indices of moderated mediation of categorical moderators (Hayes, 2018, section 12.3): by indicators the indirect effect in each category less that in the reference; by
/// effects each less the unweighted mean over the categories. Where the effect is linear in the codes, these are the coefficients of the columns in it.
/// </summary>
internal sealed class CategoryIndices(ModeratedQuantities quantities)
{
    private const string Mean = "mean of its categories";

    /// <summary>The indices of an effect, at each combination of the values of other moderators on which they depend.</summary>
    public IEnumerable<ModeratedQuantity> Of(ModeratedPath path, ModeratorBlock block, IReadOnlyList<ModeratorBlock> others) =>
        from at in quantities.Combinations(others)
        from category in block.Coding!.Kind == CodingKind.Effect ? block.Coding.Categories : block.Coding.Coded
        select Of(path, block, category, at);

    private ModeratedQuantity Of(ModeratedPath path, ModeratorBlock block, string category, int[] at)
    {
        var (coding, conditions) = (block.Coding!, quantities.Conditions(at));
        var isEffect = coding.Kind == CodingKind.Effect;
        string[] subtracted = isEffect ? [.. coding.Categories] : [coding.Base];
        var less = isEffect ? new ModeratorCondition(block.Name, double.NaN, "", false) { Category = Mean } : Condition(block, coding.Base);
        return new(
            path.Effect with { Kind = EffectKind.ModerationIndex, Moderators = [block.Name], Conditions = [Condition(block, category), .. conditions], Less = [less, .. conditions] },
            [(1, path, Places(block, category, at)), .. subtracted.Select(other => (-1.0 / subtracted.Length, path, Places(block, other, at)))]);
    }

    private static ModeratorCondition Condition(ModeratorBlock block, string category) => ModeratorCondition.OfCategory(block.Name, block.Coding!.Categories, category);

    private static ModeratorPlace[] Places(ModeratorBlock block, string category, int[] at)
    {
        var codes = block.Coding!.Codes(category);
        return ModeratedQuantities.Places(at, j => Array.IndexOf(block.Columns, j) is >= 0 and var k ? ModeratorPlace.Raw(codes[k]) : ModeratorPlace.InProduct(0));
    }
}
