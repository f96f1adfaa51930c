using MathNet.Numerics.LinearAlgebra;
using Pathwise.Numerics;

namespace Pathwise.Sem.Effects;

/// <summary>
/// A quantity computed from the <paramref name="count"/> free parameters, with a gradient by differences. It may name the parameters that it depends on, counted from 0, so that the others are not tried, and the
/// units in which each is measured.
/// </summary>
internal sealed class ParameterQuantity(Func<double[], double> function, int count, IReadOnlyList<int>? dependsOn = null, double[]? units = null)
{
    /// <summary>The value at free parameters.</summary>
    public double Value(double[] free) => function(free);

    /// <summary>Writes the gradient and returns the value.</summary>
    public double Gradient(double[] free, double[] gradient)
    {
        var moved = (double[])free.Clone();
        Array.Clear(gradient);
        foreach (var j in dependsOn ?? [.. Enumerable.Range(0, count)])
        {
            var width = CentralDifference.Width(free[j], units?[j] ?? 1);
            CentralDifference.Walk(moved, j, width, weight => gradient[j] += weight * function(moved) / width);
        }

        return function(free);
    }

    /// <summary>Standard error by the delta method; null where it is not defined.</summary>
    public double? StandardError(double[] free, Matrix<double> covariance)
    {
        var gradient = new double[count];
        Gradient(free, gradient);
        return DeltaMethod.StandardError(Vector<double>.Build.Dense(gradient), covariance);
    }
}
