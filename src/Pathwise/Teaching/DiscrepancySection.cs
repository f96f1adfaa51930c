using MathNet.Numerics.LinearAlgebra;
using Pathwise.Sem.Estimation;
using Pathwise.Sem.Specification;

namespace Pathwise.Teaching;

/// <summary>The discrepancy F of a fitted model as a function of one parameter, all others held at their estimates.</summary>
[TypeFormatterSource]
public sealed class DiscrepancySection
{
    // Half the distance over which the slope is compared with itself: far above rounding, far below what bends the curvature.
    private const double Reach = 1e-4;

    private readonly int at;

    internal DiscrepancySection(FitResult fit, Parameter parameter)
    {
        Fit = fit;
        at = parameter.Free - 1;
        Parameter = parameter.Label.Length > 0 ? parameter.Label : $"{parameter.Lhs} {parameter.Operator.Text()} {parameter.Rhs}".TrimEnd();
    }

    /// <summary>The fitted model.</summary>
    public FitResult Fit { get; }

    /// <summary>The label of the parameter, or its row of the syntax.</summary>
    public string Parameter { get; }

    /// <summary>The estimate.</summary>
    public double Estimate => Fit.Values[at];

    /// <summary>F at a value; null where the implied matrix is not a covariance matrix.</summary>
    public double? Discrepancy(double value) => Fit.Objective().Value(With(value)) is var found && double.IsFinite(found) ? found : null;

    /// <summary>The first derivative of F at a value; null where F is.</summary>
    public double? Slope(double value)
    {
        var gradient = new double[Fit.Values.Count];
        return double.IsFinite(Fit.Objective().Gradient(With(value), gradient)) ? gradient[at] : null;
    }

    /// <summary>The second derivative of F at a value, from differences of the first; null where that does not exist on both sides.</summary>
    public double? Curvature(double value)
    {
        var h = Reach * Math.Max(Math.Abs(value), 0.1);
        double? near = Slope(value + h) - Slope(value - h), far = Slope(value + (2 * h)) - Slope(value - (2 * h));
        return ((8 * near) - far) / (12 * h);
    }

    /// <summary>F and the implied covariances of the first group at a value.</summary>
    public SectionPoint At(double value)
    {
        var moments = Fit.Implied(1);
        var isDefined = moments.Update(With(value));
        return new()
        {
            Value = value,
            Discrepancy = Discrepancy(value),
            Implied = isDefined ? Matrix<double>.Build.Dense(moments.Size, moments.Size, moments.Sigma) : null,
        };
    }

    /// <summary>Steps of Newton's method, value less slope over curvature; it ends early where F does not exist.</summary>
    public IReadOnlyList<DescentStep> Newton(double start, int steps) => Descend(start, steps, here => here.Slope / here.Curvature);

    /// <summary>Steps downhill of so many times the slope; it ends early where F does not exist.</summary>
    public IReadOnlyList<DescentStep> GradientDescent(double start, double rate, int steps) => Descend(start, steps, here => rate * here.Slope);

    private List<DescentStep> Descend(double start, int steps, Func<DescentStep, double?> stride)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(steps);
        List<DescentStep> path = [Look(0, start)];
        while (path.Count <= steps && stride(path[^1]) is { } length && double.IsFinite(length))
            path.Add(Look(path.Count, path[^1].Value - length));
        return path;
    }

    private DescentStep Look(int step, double value) => new(step, value, Discrepancy(value), Slope(value), Curvature(value));

    private double[] With(double value)
    {
        double[] point = [.. Fit.Values];
        point[at] = value;
        return point;
    }
}
