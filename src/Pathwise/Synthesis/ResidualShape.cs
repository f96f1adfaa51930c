using Pathwise.Numerics;
using Pathwise.Sem.Compiled;

namespace Pathwise.Synthesis;

/// <summary>
/// A sample covariance that departs from a population's by a residual of prescribed size: the part that no model sees gives
/// the model's chi-square, the part that a fuller model sees gives the difference of chi-squares.
/// </summary>
internal sealed class ResidualShape(SynthesisPlan plan)
{
    /// <summary>
    /// The covariance, given the population's, its parameter values and a random symmetric residual in whitened space; null
    /// when no positive definite one has the wanted chi-square.
    /// </summary>
    public double[]? Apply(double[] population, double[] theta, double[] residual)
    {
        var p = plan.Items;
        var factor = (double[])population.Clone();
        if (!Cholesky.TryFactor(factor, p))
            return null;

        var basis = new List<double[]>();
        Tangents.Extend(basis, new ImpliedStructure(plan.Models[0]), theta, factor);
        var unseen = (double[])residual.Clone();
        Remove(unseen, basis);
        var visible = new double[p * p];
        for (var k = 1; k < plan.Tables.Count; k++)
        {
            if (!AddVisible(k, basis, population, factor, unseen, visible))
                return null;
        }

        return Scaled(unseen, visible, factor);
    }

    private bool AddVisible(int k, List<double[]> basis, double[] population, double[] factor, double[] unseen, double[] visible)
    {
        var fitter = new CovarianceFitter(plan.Models[k]);
        if (!fitter.Fit(population).HasConverged())
            return false;
        var seen = new double[visible.Length];
        foreach (var direction in Tangents.Extend(basis, new ImpliedStructure(plan.Models[k]), fitter.Values.ToArray(), factor))
        {
            var share = VectorKernels.Dot(unseen, direction);
            VectorKernels.AddScaled(share, direction, seen);
            VectorKernels.AddScaled(-share, direction, unseen);
        }

        // Near the population a residual of length e has discrepancy e²/2.
        var wanted = plan.DifferenceOf(k) is { } difference ? Math.Sqrt(2 * difference / plan.Targets.Multiplier) : 0;
        var length = Tangents.Length(seen);
        if (length > 0)
            VectorKernels.AddScaled(wanted / length, seen, visible);
        return true;
    }

    private static void Remove(double[] vector, List<double[]> basis)
    {
        foreach (var direction in basis)
            VectorKernels.AddScaled(-VectorKernels.Dot(vector, direction), direction, vector);
    }

    private double[]? Scaled(double[] unseen, double[] visible, double[] factor)
    {
        if (plan.Printed(TargetKind.ChiSquare) is not { } chiSquare)
            return Covariance(unseen, visible, 1, factor);
        var wanted = chiSquare / plan.Targets.Multiplier;
        double low = 0, high = 0.25;
        while (Discrepancy(unseen, visible, high) < wanted && high < 1e3)
            high *= 1.5;
        for (var step = 0; step < 50; step++)
        {
            var middle = 0.5 * (low + high);
            if (Discrepancy(unseen, visible, middle) < wanted)
                low = middle;
            else
                high = middle;
        }

        return Covariance(unseen, visible, low, factor);
    }

    // tr E - log|I + E|, infinite when I + E is not positive definite.
    private double Discrepancy(double[] unseen, double[] visible, double scale)
    {
        var p = plan.Items;
        var matrix = Sum(unseen, visible, scale);
        var trace = 0.0;
        for (var j = 0; j < p; j++)
        {
            trace += matrix[(j * p) + j];
            matrix[(j * p) + j] += 1;
        }

        return Cholesky.TryFactor(matrix, p) ? trace - Cholesky.LogDeterminant(matrix, p) : double.PositiveInfinity;
    }

    private static double[] Sum(double[] unseen, double[] visible, double scale)
    {
        var sum = (double[])visible.Clone();
        VectorKernels.AddScaled(scale, unseen, sum);
        return sum;
    }

    // C (I + E) C'
    private double[]? Covariance(double[] unseen, double[] visible, double scale, double[] factor)
    {
        var p = plan.Items;
        var inner = Sum(unseen, visible, scale);
        for (var j = 0; j < p; j++)
            inner[(j * p) + j] += 1;
        var covariance = new double[p * p];
        for (var j = 0; j < p; j++)
        {
            for (var k = 0; k <= j; k++)
            {
                var sum = 0.0;
                for (var a = 0; a <= j; a++)
                    sum += factor[(j * p) + a] * VectorKernels.Dot(inner.AsSpan(a * p, k + 1), factor.AsSpan(k * p, k + 1));
                covariance[(j * p) + k] = covariance[(k * p) + j] = sum;
            }
        }

        return covariance;
    }
}
