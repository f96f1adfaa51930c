using System.Globalization;
using Pathwise.Sem.Specification;

namespace Pathwise.Sem.Estimation;

/// <summary>A parameter that its bound holds: without the bound the discrepancy would be lower beyond it.</summary>
/// <param name="Parameter">The row of the table.</param>
/// <param name="Bound">The bound, which is the estimate.</param>
/// <param name="IsLower">True for a lower bound, false for an upper one.</param>
[TypeFormatterSource]
public sealed record ParameterAtBound(Parameter Parameter, double Bound, bool IsLower)
{
    // Of a slope in units in which every parameter has curvature one.
    private const double Pressing = 1e-6;

    /// <summary>The parameters of a fit that are held, in the table's order; none where the fit has no bounds or no minimum.</summary>
    internal static IReadOnlyList<ParameterAtBound> Of(FitResult fit)
    {
        if (fit.Constraints.Box is not { } box || !double.IsFinite(fit.Discrepancy))
            return [];
        double[] values = [.. fit.Values], gradient = new double[values.Length];
        var objective = fit.Objective();
        objective.Gradient(values, gradient);
        var information = objective.Information();
        return [.. from row in fit.Table.Rows where row.IsFree && IsHeld(row.Free - 1) let side = box.Side(row.Free - 1, values[row.Free - 1]) select new ParameterAtBound(row, side < 0 ? box.Lower[row.Free - 1] : box.Upper[row.Free - 1], side < 0)];

        // Equal parameters press together, and the slope of one says nothing.
        bool IsHeld(int i) => box.Side(i, values[i]) is var side && side != 0
            && (fit.Constraints.Basis is not null || -side * gradient[i] > Pressing * Math.Sqrt(2 * Math.Abs(information[(i * values.Length) + i])));
    }

    /// <summary>The parameter and its bound in words.</summary>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Parameter.Lhs} {Parameter.Operator.Text()} {Parameter.Rhs} at {(IsLower ? "least" : "most")} {Bound:0.######}");
}
