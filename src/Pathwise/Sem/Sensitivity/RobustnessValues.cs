using Pathwise.Numerics;

namespace Pathwise.Sem.Sensitivity;

/// <summary>
/// Robustness values of the paths of an indirect effect and of the effect itself. That of an effect along one path is the smallest of its paths': the
/// product is zero where one factor is, and the strengths of a confounder with cause, mediator and outcome vary independently (after Zhang and
/// Ding 2022; the rule is verified by a search in the tests).
/// </summary>
internal static class RobustnessValues
{
    /// <summary>The paths in their order, then the effect. Of a randomized cause the first path is left out.</summary>
    public static IReadOnlyList<RobustnessValue> Of(StructuralMoments at, ConfoundedPaths paths, ConfoundedDraws? draws, bool isRandomized)
    {
        int[] arrows = [.. Enumerable.Range(0, paths.Arrows.Count).Where(k => !isRandomized || paths.Arrows[k].From != paths.Cause)];
        RobustnessValue[] rows = [.. arrows.Select(k => OfArrow(at, paths, draws, k))];
        return paths.Paths.Length == 1 ? [.. rows, OfEffect(at, paths, draws, arrows, rows)] : rows;
    }

    private static RobustnessValue OfArrow(StructuralMoments at, ConfoundedPaths paths, ConfoundedDraws? draws, int k)
    {
        var (arrow, path) = (paths.Arrows[k], paths.Arrows[k].Path(at, paths));
        var estimate = at.Coefficients[arrow.To, arrow.From];
        var value = path is null ? (double?)null : RobustnessValue.Of(path.PartialR2);
        return new()
        {
            Path = arrow.Name(paths), Estimate = estimate, PartialR2 = path?.PartialR2, Value = value,
            Interval = Interval(draws, point => Math.Sign(estimate) * point.Robustness[k], value),
        };
    }

    private static RobustnessValue OfEffect(StructuralMoments at, ConfoundedPaths paths, ConfoundedDraws? draws, int[] arrows, RobustnessValue[] rows)
    {
        double[] signs = [.. arrows.Select(k => (double)Math.Sign(at.Coefficients[paths.Arrows[k].To, paths.Arrows[k].From]))];
        var value = rows.Length == 0 || rows.Any(row => row.Value is null) ? null : rows.Min(row => row.Value);
        return new()
        {
            Path = paths.Effect.Name, Estimate = ConfoundedEquation.Value(at, paths), Value = value,
            Interval = Interval(draws, point => Smallest(arrows, signs, point), value),
        };
    }

    // Any factor with another sign turns the effect round: as fragile as the weakest of them.
    private static double Smallest(int[] arrows, double[] signs, DrawnPoint point)
    {
        var signed = arrows.Select((k, i) => signs[i] * point.Robustness[k]).ToArray();
        var isSame = signed.Count(each => each < 0) % 2 == 0;
        return (isSame ? 1 : -1) * signed.Select(Math.Abs).Min();
    }

    private static Interval? Interval(ConfoundedDraws? draws, Func<DrawnPoint, double> quantity, double? value) =>
        value is { } estimate ? draws?.Interval(quantity, estimate) : null;
}
