using Pathwise.Sem.Estimation;
using Pathwise.Sem.Implied;
using Pathwise.Sem.Specification;

namespace Pathwise.Sem.Sensitivity;

/// <summary>A regression along an indirect effect, and the variables that it is read given; positions among the structural variables.</summary>
/// <param name="From">The path's cause.</param>
/// <param name="To">The path's outcome.</param>
/// <param name="Given">The outcome's other predictors, and what comes before the cause on the effect's paths.</param>
internal sealed record ConfoundedArrow(int From, int To, int[] Given)
{
    private const double Tolerance = 1e-6;

    /// <summary>The regressions along paths, each once, in their order; loadings are no paths that a confounder could bear.</summary>
    public static IReadOnlyList<ConfoundedArrow> Of(FitResult fit, int[][] paths)
    {
        var regressions = fit.Structure.Groups[0].Where(cell => cell.Matrix == ModelMatrix.Beta && fit.Table.Rows[cell.TableRow].Operator == Operator.Regression)
            .Select(cell => (cell.Column, cell.Row)).ToHashSet();
        return
        [
            .. paths.SelectMany(path => path.Zip(path.Skip(1))).Distinct().Where(regressions.Contains)
                .Select(arrow => new ConfoundedArrow(arrow.First, arrow.Second, Others(fit, paths, arrow.First, arrow.Second))),
        ];
    }

    private static int[] Others(FitResult fit, int[][] paths, int from, int to)
    {
        var predictors = fit.Structure.Groups[0].Where(cell => cell.Matrix == ModelMatrix.Beta && cell.Row == to && (cell.Free >= 0 || cell.Fixed != 0)).Select(cell => cell.Column);
        var before = paths.Where(path => path.Contains(from)).SelectMany(path => path.TakeWhile(each => each != from));
        return [.. predictors.Concat(before).Where(each => each != from && each != to).Distinct().Order()];
    }

    /// <summary>The path under a confounder; null where the coefficient is not that of a regression, as with correlated disturbances in the model.</summary>
    public ConfoundedPath? Path(StructuralMoments at, ConfoundedPaths paths)
    {
        int[] all = [From, .. Given];
        var (coefficient, variance, left) = (at.Coefficients[To, From], at.Variance(From, Given), at.Variance(To, all));
        var regressed = StructuralMoments.Part(at.Covariance, all, all).Solve(StructuralMoments.Part(at.Covariance, all, [To]))[0, 0];
        if (!(variance > 0 && left > 0) || Math.Abs(regressed - coefficient) * Math.Sqrt(variance) > Tolerance * Math.Sqrt(left))
            return null;
        var explained = coefficient * coefficient * variance;
        var moved = at.Coefficients.Clone();
        moved[To, From] = 0;
        var rest = ConfoundedEquation.Value(at with { Coefficients = moved }, paths);
        moved[To, From] = 1;
        return new()
        {
            Path = Name(paths), Estimate = coefficient, Ratio = Math.Sqrt(left / variance), PartialR2 = explained / (explained + left),
            Rest = rest, Slope = ConfoundedEquation.Value(at with { Coefficients = moved }, paths) - rest,
        };
    }

    /// <summary>The path's name: <c>m -> y</c>.</summary>
    public string Name(ConfoundedPaths paths) => $"{paths.Names[From]} -> {paths.Names[To]}";
}
