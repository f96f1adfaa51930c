using MathNet.Numerics.LinearAlgebra;
using Pathwise.Sem.Specification;

namespace Pathwise.Sem.Estimation;

/// <summary>
/// The constraints of a table, sorted: linear equalities A x = b, which a basis of their null space removes from the
/// problem (x = anchor + K z), other equalities c(x) = 0, and inequalities g(x) at least 0.
/// </summary>
internal sealed class ConstraintSet
{
    private readonly List<ParameterFunction> nonlinear = [];
    private readonly List<(ParameterFunction Function, double Sign)> inequalities = [];
    private readonly Matrix<double>? linear;

    /// <summary>Sorts the constraints of a table.</summary>
    public ConstraintSet(ParameterTable table)
    {
        var count = table.FreeCount;
        var rows = new List<double[]>();
        var sides = new List<double>();
        foreach (var constraint in table.Constraints)
        {
            var gradient = new double[count];
            if (!constraint.IsEquality)
            {
                inequalities.Add((constraint.Difference, constraint.Operator == Operator.AtLeast ? 1 : -1));
            }
            else if (constraint.Difference.IsLinear)
            {
                sides.Add(-constraint.Difference.Gradient(new double[count], gradient));
                rows.Add(gradient);
            }
            else
            {
                nonlinear.Add(constraint.Difference);
            }
        }

        linear = rows.Count == 0 ? null : Matrix<double>.Build.DenseOfRowArrays(rows);
        Basis = linear is null ? null : NullSpace.Of(linear, count);
        Anchor = linear is null ? new double[count] : NullSpace.LeastNorm(linear, [.. sides]);
        AreConsistent = linear is null || Misses(linear, Anchor, sides) < 1e-9;
    }

    /// <summary>K, t x r: columns span the directions that the linear equalities leave free; null without any.</summary>
    public Matrix<double>? Basis { get; }

    /// <summary>Bounds of the parameters that the options ask for; null without any.</summary>
    public Box? Box { get; init; }

    /// <summary>A point that meets the linear equalities.</summary>
    public double[] Anchor { get; }

    /// <summary>False when no point meets all linear equalities.</summary>
    public bool AreConsistent { get; }

    /// <summary>Number of equalities that are not linear.</summary>
    public int NonlinearCount => nonlinear.Count;

    /// <summary>Number of inequalities.</summary>
    public int InequalityCount => inequalities.Count;

    /// <summary>True when there is no constraint of any kind.</summary>
    public bool IsEmpty => linear is null && nonlinear.Count == 0 && inequalities.Count == 0;

    private static double Misses(Matrix<double> rows, double[] point, List<double> sides) =>
        (rows * Vector<double>.Build.Dense(point)).Zip(sides, (value, side) => Math.Abs(value - side) / (1 + Math.Abs(side))).Max();

    /// <summary>The point that meets the linear equalities and is nearest to <paramref name="free"/>.</summary>
    public double[] Project(double[] free)
    {
        if (Basis is null)
            return free;
        var anchor = Vector<double>.Build.Dense(Anchor);
        var offset = Vector<double>.Build.Dense(free) - anchor;
        return (anchor + (Basis * Basis.TransposeThisAndMultiply(offset))).ToArray();
    }

    /// <summary>Value of equality k that is not linear; writes its gradient.</summary>
    public double Equality(int k, ReadOnlySpan<double> free, Span<double> gradient) => nonlinear[k].Gradient(free, gradient);

    /// <summary>Value of inequality k, at least zero when it holds; writes its gradient.</summary>
    public double Inequality(int k, ReadOnlySpan<double> free, Span<double> gradient)
    {
        var (function, sign) = inequalities[k];
        var value = function.Gradient(free, gradient);
        for (var i = 0; i < gradient.Length; i++)
            gradient[i] *= sign;
        return sign * value;
    }

    /// <summary>Gradients at <paramref name="free"/> of the equalities and of the inequalities that are active, one a row; null if none.</summary>
    public Matrix<double>? Jacobian(double[] free, IReadOnlyList<int> active)
    {
        var rows = linear is null ? [] : linear.EnumerateRows().Select(row => row.ToArray()).ToList();
        for (var k = 0; k < nonlinear.Count; k++)
            rows.Add(GradientOf(gradient => Equality(k, free, gradient)));
        foreach (var k in active)
            rows.Add(GradientOf(gradient => Inequality(k, free, gradient)));
        return rows.Count == 0 ? null : Matrix<double>.Build.DenseOfRowArrays(rows);

        double[] GradientOf(Func<double[], double> evaluate)
        {
            var gradient = new double[free.Length];
            evaluate(gradient);
            return gradient;
        }
    }
}
