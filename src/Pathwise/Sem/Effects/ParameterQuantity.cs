using MathNet.Numerics.LinearAlgebra;

namespace Pathwise.Sem.Effects;

/// <summary>
/// A quantity computed from the <paramref name="count"/> free parameters, with a gradient by differences of fourth order (relative error about
/// 1e-11). It may name the parameters that it depends on, counted from 0, so that the others are not tried, and the
/// units in which each is measured.
/// </summary>
internal sealed class ParameterQuantity(Func<double[], double> function, int count, IReadOnlyList<int>? dependsOn = null, double[]? units = null)
{
    private static readonly (double Place, double Weight)[] Stencil = [(-2, 1.0 / 12), (-1, -8.0 / 12), (1, 8.0 / 12), (2, -1.0 / 12)];

    /// <summary>The value at free parameters.</summary>
    public double Value(double[] free) => function(free);

    /// <summary>Writes the gradient and returns the value.</summary>
    public double Gradient(double[] free, double[] gradient)
    {
        var moved = (double[])free.Clone();
        Array.Clear(gradient);
        foreach (var j in dependsOn ?? [.. Enumerable.Range(0, count)])
        {
            var width = 1e-3 * Math.Max(Math.Abs(free[j]), 0.1 * (units?[j] ?? 1));
            foreach (var (place, weight) in Stencil)
            {
                moved[j] = free[j] + (place * width);
                gradient[j] += weight * function(moved) / width;
            }

            moved[j] = free[j];
        }

        return function(free);
    }

    /// <summary>Standard error by the delta method; null where it is not defined.</summary>
    public double? StandardError(double[] free, Matrix<double> covariance)
    {
        var gradient = new double[count];
        Gradient(free, gradient);
        var slope = Vector<double>.Build.Dense(gradient);
        var variance = slope * covariance * slope;
        return variance >= 0 ? Math.Sqrt(variance) : null;
    }
}
