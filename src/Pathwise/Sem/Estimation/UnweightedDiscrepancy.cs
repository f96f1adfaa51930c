using Pathwise.Numerics;
using Pathwise.Sem.Implied;

namespace Pathwise.Sem.Estimation;

/// <summary>
/// Unweighted least squares as lavaan has it: the sum of squared residuals of the moments, each variance, covariance and mean counted once.
/// </summary>
internal sealed class UnweightedDiscrepancy(double[] covariance, double[] means, bool hasMeans) : CovarianceDiscrepancy
{
    private readonly int size = means.Length;
    private readonly double[] difference = new double[covariance.Length];
    private readonly double[] distance = new double[means.Length];
    private readonly double[] identity = Identity(means.Length);

    /// <inheritdoc/>
    public override double Value(ImpliedMoments moments)
    {
        for (var i = 0; i < difference.Length; i++)
            difference[i] = covariance[i] - moments.Sigma[i];
        var sum = VectorKernels.Dot(difference, difference) / 2;
        for (var i = 0; i < size; i++)
        {
            distance[i] = hasMeans ? means[i] - moments.Mu[i] : 0;
            sum += (difference[(i * size) + i] * difference[(i * size) + i] / 2) + (distance[i] * distance[i]);
        }

        return double.IsFinite(sum) ? sum : double.PositiveInfinity;
    }

    /// <inheritdoc/>
    public override void Slopes(Span<double> bySigma, Span<double> byMu)
    {
        for (var i = 0; i < size; i++)
        {
            for (var j = 0; j < size; j++)
                bySigma[(i * size) + j] = -(difference[(i * size) + j] + difference[(j * size) + i]) / (i == j ? 1 : 2);
            byMu[i] = -2 * distance[i];
        }
    }

    /// <inheritdoc/>
    public override void AddInformation(ImpliedDerivatives derivatives, double weight, Span<double> information)
    {
        NormalInformation.Add(identity, size, derivatives, weight, information);
        var (positions, count) = (derivatives.Positions, (int)Math.Sqrt(information.Length));
        for (var a = 0; a < positions.Length; a++)
        {
            for (var b = 0; b < positions.Length; b++)
                information[(positions[a] * count) + positions[b]] += 2 * weight * Variances(derivatives, a, b);
        }
    }

    /// <inheritdoc/>
    public override void AddCurvature(ImpliedColumns columns, double weight, Span<double> curvature)
    {
        NormalCurvature.AddLeastSquares(identity, columns, weight, curvature);
        var (slopes, count) = (columns.Slopes, (int)Math.Sqrt(curvature.Length));
        var variances = new double[slopes.Length * size];
        for (var k = 0; k < variances.Length; k++)
            variances[k] = columns.Variance(slopes[k / size], k % size);
        for (var a = 0; a < slopes.Length; a++)
        {
            for (var b = 0; b < slopes.Length; b++)
            {
                curvature[(slopes[a].Cell.Free * count) + slopes[b].Cell.Free] +=
                    weight / 2 * VectorKernels.Dot(variances.AsSpan(a * size, size), variances.AsSpan(b * size, size));
            }
        }
    }

    // Half the product of two derivatives of the variances, 2 u w each.
    private double Variances(ImpliedDerivatives derivatives, int a, int b)
    {
        double sum = 0;
        for (var i = 0; i < size; i++)
            sum += derivatives.U[(a * size) + i] * derivatives.W[(a * size) + i] * derivatives.U[(b * size) + i] * derivatives.W[(b * size) + i];
        return sum;
    }

    private static double[] Identity(int size)
    {
        var result = new double[size * size];
        for (var i = 0; i < size; i++)
            result[(i * size) + i] = 1;
        return result;
    }
}
