using Pathwise.Sem.Estimation;
using Pathwise.Sem.Specification;

namespace Pathwise.Sem.Sam;

/// <summary>The second step of global SAM: the whole model by maximum likelihood, its measurement parameters held at their values.</summary>
internal static class GlobalStep
{
    /// <summary>The structural parameters, in the order of their table.</summary>
    /// <exception cref="NumericalException">The search ended without a minimum.</exception>
    public static double[] Values(SamSolution solution, SamSolution? near)
    {
        var (design, point) = (solution.Design, JointPoint.Of(solution.Design));
        var held = Held(design, solution.Blocks);
        var positions = RowKey.Free(held);
        var keys = RowKey.Free(design.Structure).OrderBy(each => each.Value).Select(each => each.Key).ToArray();
        var start = new double[keys.Length];
        for (var i = 0; i < keys.Length; i++)
            start[positions[keys[i]]] = (near?.Values ?? solution.Structure.Values)[i];
        var fit = held.Fit(solution.Samples, new EstimationOptions { StartingValues = start, MaximumIterations = design.Estimation.MaximumIterations });
        return fit.HasConverged
            ? [.. keys.Select(key => fit.Values[positions[key]])]
            : throw new NumericalException($"The structural model did not converge in the whole model: {fit.Warnings[0].Message}");
    }

    /// <summary>The table of the whole model with fixed measurement parameters; constraints and definitions are those of the structural model.</summary>
    private static ParameterTable Held(SamDesign design, IReadOnlyList<FitResult> blocks)
    {
        var structure = RowKey.Free(design.Structure);
        var values = new Dictionary<RowKey, double>();
        foreach (var fit in blocks)
        {
            foreach (var row in fit.Table.Rows.Where(row => row.IsFree))
                values[RowKey.Of(row)] = fit.Values[row.Free - 1];
        }

        // Structural parameters keep the numbers of their own table, so that its constraints are about them.
        Parameter[] rows = [.. design.Joint.Rows.Where(row => row.Operator.IsModelParameter()).Select(row =>
            !row.IsFree ? row
            : structure.TryGetValue(RowKey.Of(row), out var position) ? row with { Free = position + 1 }
            : row with { Free = 0, FixedValue = values[RowKey.Of(row)] })];
        return design.Joint.With(rows, design.Structure.Constraints);
    }
}
