using Pathwise.Sem.Effects;
using Pathwise.Sem.Estimation;
using Pathwise.Sem.Sensitivity;
using Pathwise.Sem.Specification;

namespace Pathwise.Multiverse.Inference;

/// <summary>One way in which an effect can be zero: a set of arrows that cuts every path of it, none of them to spare.</summary>
/// <param name="Arrows">The arrows that are zero, each as <c>y ~ x</c>.</param>
/// <param name="ChiSquare">The chi-square of the model with them at zero; null where it did not converge.</param>
[TypeFormatterSource]
public sealed record NullBranch(IReadOnlyList<string> Arrows, double? ChiSquare)
{
    // More arrows than this make too many sets to look through.
    private const int MostArrows = 14;

    /// <summary>The arrows that are zero.</summary>
    public IReadOnlyList<string> Arrows { get; init => field = ValueList.Of(value); } = ValueList.Of(Arrows);

    /// <summary>The branches of an effect, each with the model fitted under it; empty where an effect is not made of paths.</summary>
    internal static IReadOnlyList<(NullBranch Branch, FitResult Fit)> Of(FitResult fit, EffectCatalogue catalogue, int effect)
    {
        var paths = PathsOf(catalogue, catalogue.Entries[effect]);
        (int From, int To)[] arrows = [.. paths.SelectMany(Steps).Distinct()];
        return arrows.Length is 0 or > MostArrows ? [] : [.. Cuts(paths, arrows).Select(cut => Fit(fit, catalogue, cut))];
    }

    private static int[][] PathsOf(EffectCatalogue catalogue, EffectEntry entry) => entry.Effect.Kind switch
    {
        EffectKind.Direct or EffectKind.SpecificIndirect => [entry.Path],
        EffectKind.TotalIndirect => Between(catalogue, entry, path => path.Length > 2),
        EffectKind.Total => Between(catalogue, entry, _ => true),
        _ => [],
    };

    private static int[][] Between(EffectCatalogue catalogue, EffectEntry entry, Func<int[], bool> isMeant) =>
    [
        .. from other in catalogue.Entries
           where other.Path.Length > 0 && other.Effect.Group == entry.Effect.Group && other.First == entry.First && other.Second == entry.Second && isMeant(other.Path)
           select other.Path,
    ];

    private static IEnumerable<(int From, int To)> Steps(int[] path) => path.Zip(path.Skip(1));

    // Every set of arrows that leaves no path whole and of which no smaller set does.
    private static List<(int From, int To)[]> Cuts(int[][] paths, (int From, int To)[] arrows)
    {
        int[] needs = [.. paths.Select(path => Steps(path).Sum(step => 1 << Array.IndexOf(arrows, step)))];
        var found = new List<int>();
        foreach (var set in Enumerable.Range(1, (1 << arrows.Length) - 1).OrderBy(set => int.PopCount(set)).ThenBy(set => set))
        {
            if (needs.All(path => (path & set) != 0) && found.TrueForAll(smaller => (smaller & set) != smaller))
                found.Add(set);
        }

        return [.. found.Select(set => arrows.Where((_, i) => (set & (1 << i)) != 0).ToArray())];
    }

    private static (NullBranch Branch, FitResult Fit) Fit(FitResult fit, EffectCatalogue catalogue, (int From, int To)[] cut)
    {
        var model = new ChangedModel(fit);
        foreach (var (from, to) in cut)
            model.Fix(catalogue.Variables[to], Operator.Regression, catalogue.Variables[from], 0);
        var restricted = model.Fit();
        return (new([.. cut.Select(arrow => $"{catalogue.Variables[arrow.To]} ~ {catalogue.Variables[arrow.From]}")], restricted.HasConverged ? restricted.Multiplier * restricted.Discrepancy : null), restricted);
    }
}
