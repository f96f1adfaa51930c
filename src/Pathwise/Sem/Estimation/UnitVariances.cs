using Pathwise.Sem.Implied;
using Pathwise.Sem.Moments;
using Pathwise.Sem.Specification;

namespace Pathwise.Sem.Estimation;

/// <summary>
/// The same model with its factors scaled by (residual) variances of one instead of a loading: the minimum is the same, but a search does
/// not run away where the indicator with the fixed loading hardly measures its factor on the way.
/// </summary>
internal sealed class UnitVariances
{
    private readonly ParameterTable original;
    private readonly Dictionary<(int Group, string Factor), int> positions = [];

    private UnitVariances(ParameterTable original)
    {
        this.original = original;
        var rows = original.Rows.ToArray();
        for (var i = 0; i < rows.Length; i++)
        {
            if (rows[i] is { Operator: Operator.Loading, FixedValue: 1, IsFree: false } marker && VarianceOf(marker) is >= 0 and var at)
            {
                positions.Add((marker.Group, marker.Lhs), rows[at].Free - 1);
                (rows[i], rows[at]) = (marker with { Free = rows[at].Free, FixedValue = null }, rows[at] with { Free = 0, FixedValue = 1, Start = null });
            }
        }

        Table = original.With(rows, keepsConstraints: false, keepsDefinitions: false);
    }

    /// <summary>The table with loadings free and variances fixed; each such loading has the place of its factor's variance in the vector.</summary>
    public ParameterTable Table { get; }

    /// <summary>The rescaled model; null where no factor can be rescaled without changing the model.</summary>
    public static UnitVariances? Of(ParameterTable table, ConstraintSet constraints) =>
        constraints.IsEmpty && new UnitVariances(table) is { positions.Count: > 0 } found ? found : null;

    /// <summary>Where the rescaled model's parameters lie in the original one; null where a factor's scaling indicator does not measure it.</summary>
    public double[]? Back(double[] free)
    {
        double Scale(int group, string name) => positions.TryGetValue((group, name), out var at) ? free[at] : 1;
        var back = new double[free.Length];
        foreach (var row in original.Rows.Where(row => row.IsFree))
        {
            double lhs = Scale(row.Group, row.Lhs), rhs = Scale(row.Group, row.Rhs);
            var isVariance = row.Operator == Operator.Covariance && row.Lhs == row.Rhs && positions.ContainsKey((row.Group, row.Lhs));
            var value = isVariance ? 1 : free[row.Free - 1];
            back[row.Free - 1] = row.Operator switch
            {
                Operator.Loading => value * rhs / lhs,
                Operator.Regression => value * lhs / rhs,
                Operator.Intercept => value * lhs,
                _ => value * lhs * rhs,
            };
        }

        return Array.TrueForAll(back, double.IsFinite) ? back : null;
    }

    /// <summary>The rescaled model's discrepancy.</summary>
    public (Objective Objective, ConstraintSet Constraints, ModelStructure Structure) Prepare(
        IReadOnlyList<SampleMoments> samples, IReadOnlyList<SampleMoments> saturated, EstimationOptions options)
    {
        var structure = ModelStructure.Of(Table).With(saturated);
        return (Discrepancies.Build(structure, samples, saturated, options), new ConstraintSet(Table), structure);
    }

    // The free variance of a factor that nothing else but the marker gives a scale.
    private int VarianceOf(Parameter marker)
    {
        var own = original.Rows.Where(row => row.Group == marker.Group && (row.Lhs == marker.Lhs || row.Rhs == marker.Lhs) && row.Operator.IsModelParameter());
        return own.Any(row => row != marker && !row.IsFree && row.FixedValue is not (null or 0))
            ? -1
            : original.Rows.ToList().FindIndex(row => row.IsFree && row.Group == marker.Group
                && row.Operator == Operator.Covariance && row.Lhs == marker.Lhs && row.Rhs == marker.Lhs);
    }
}
