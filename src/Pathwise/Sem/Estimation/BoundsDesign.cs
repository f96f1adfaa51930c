using Pathwise.Sem.Moments;
using Pathwise.Sem.Specification;

namespace Pathwise.Sem.Estimation;

/// <summary>
/// How bounds of the free parameters follow from the variances of a sample, as lavaan's <c>lav_partable_add_bounds</c> makes them (De Jonckere and
/// Rosseel 2022). Immutable; an evaluation allocates nothing.
/// </summary>
internal sealed class BoundsDesign
{
    private readonly BoundWidths widths;
    private readonly BoundedRow[] rows;

    private BoundsDesign(ParameterTable table, BoundWidths widths)
    {
        this.widths = widths;
        rows = [.. Enumerable.Range(1, table.GroupCount).SelectMany(group => new BoundedRows(table, group).All)];
        Count = table.FreeCount;
    }

    /// <summary>Number of free parameters.</summary>
    public int Count { get; }

    /// <summary>The design for a table; null where there are no bounds.</summary>
    public static BoundsDesign? Of(ParameterTable table, BoundsKind kind) => kind == BoundsKind.None ? null : new(table, BoundWidths.Of(kind));

    /// <summary>The bounds by the saturated moments of each group.</summary>
    public Box At(IReadOnlyList<SampleMoments> saturated)
    {
        var (lower, upper) = (new double[Count], new double[Count]);
        double[][] variances = [.. saturated.Select(sample => sample.Covariance.Diagonal().ToArray())];
        Write(g => variances[g], lower, upper);
        return new(lower, upper);
    }

    /// <summary>The variances of the observed variables of a group, counted from 0, in the table's order.</summary>
    public delegate ReadOnlySpan<double> VariancesOf(int group);

    /// <summary>Writes the bounds, t of each kind.</summary>
    public void Write(VariancesOf variances, Span<double> lower, Span<double> upper)
    {
        lower.Fill(double.NegativeInfinity);
        upper.Fill(double.PositiveInfinity);
        foreach (var row in rows)
        {
            if (row.Free < 0 || Range(row, variances(row.Group)) is not { } range || !(range.Lower <= range.Upper))
                continue;
            lower[row.Free] = range.Lower;
            upper[row.Free] = widths.HasUpper ? range.Upper : double.PositiveInfinity;
        }
    }

    private (double Lower, double Upper)? Range(BoundedRow row, ReadOnlySpan<double> variances) => row.Part switch
    {
        BoundedPart.Observed when widths.Observed is not null => Variance(row, variances),
        BoundedPart.Latent when widths.Latent is not null => Variance(row, variances),
        BoundedPart.Loading when widths.Loadings is { } factors => factors.WidenAboutZero(Math.Sqrt(variances[row.Variable] / Math.Max(Least(row, variances), 0))) is var range && double.IsFinite(range.Upper) ? range : null,
        BoundedPart.Covariance when widths.Covariances is { } factors => factors.WidenAboutZero(Math.Sqrt(Variance(row.Of!.Value.First, variances).Upper) * Math.Sqrt(Variance(row.Of.Value.Second, variances).Upper)),
        _ => null,
    };

    // A residual variance is at most the variable's own; that of a marker leaves it some reliability, and its factor as much variance.
    private (double Lower, double Upper) Variance(BoundedRow row, ReadOnlySpan<double> variances) => row.Part == BoundedPart.Observed
        ? (widths.Observed ?? new(1, 1)).Widen(0, (row.IsMarker ? 1 - widths.MarkerReliability : 1) * variances[row.Variable])
        : (widths.Latent ?? new(1, 1)).Widen(row.IsExplained ? widths.EndogenousVariance : Least(row, variances), Most(row, variances));

    // The least variance of a latent variable as the indicator that gives its unit has it.
    private double Least(BoundedRow row, ReadOnlySpan<double> variances) => row.HasUnitVariance ? 1 : row.Marker < 0 ? 0 : widths.MarkerReliability * variances[row.Marker];

    private static double Most(BoundedRow row, ReadOnlySpan<double> variances)
    {
        if (row.HasUnitVariance || row.Marker >= 0)
            return row.HasUnitVariance ? 1 : variances[row.Marker];
        var largest = 0.0;
        foreach (var variance in variances)
            largest = Math.Max(largest, variance);
        return largest;
    }
}
