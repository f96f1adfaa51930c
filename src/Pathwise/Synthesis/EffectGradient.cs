using Pathwise.Numerics;

namespace Pathwise.Synthesis;

/// <summary>
/// How a standardized effect at the maximum-likelihood estimate changes with the covariance it was estimated from. With H the
/// Hessian of the discrepancy, e the effect and W the inverse of Sigma: de = tr(G dS) with G = W (sum of l_t Sigma_t) W and
/// l = H⁻¹ (de/dtheta), by the theorem of implicit functions.
/// </summary>
internal static class EffectGradient
{
    /// <summary>
    /// G (p x p) for each wanted pair, null for the others; null when H is singular. The model is the one just fitted in
    /// <paramref name="reading"/>.
    /// </summary>
    public static double[]?[]? Of(Reading reading, (int From, int To)[] pairs, bool[] wanted)
    {
        var theta = reading.Thetas[0];
        var q = theta.Length;
        var inverse = new double[q * q];
        var weight = InverseOfImplied(reading);
        if (weight is null || (!reading.Fitters[0].TryInvertCurvature(inverse, expected: false) && !reading.Fitters[0].TryInvertCurvature(inverse, expected: true)))
            return null;

        var slopes = Slopes(reading.Solutions[0], theta, pairs);
        var gradients = new double[]?[pairs.Length];
        var direction = new double[q];
        for (var k = 0; k < pairs.Length; k++)
        {
            if (!wanted[k])
                continue;
            for (var t = 0; t < q; t++)
                direction[t] = VectorKernels.Dot(inverse.AsSpan(t * q, q), slopes[k]);
            gradients[k] = Sandwich(weight, Derivative(reading.Solutions[0].Structure, theta, direction));
        }

        return gradients;
    }

    private static double[]? InverseOfImplied(Reading reading)
    {
        var p = reading.Solutions[0].Structure.ObservedCount;
        double[] sigma = new double[p * p], inverse = new double[p * p], scratch = new double[p * p];
        if (!reading.Solutions[0].Structure.Implied(reading.Thetas[0], sigma) || !Cholesky.TryFactor(sigma, p))
            return null;
        Cholesky.Invert(sigma, p, inverse, scratch);
        return inverse;
    }

    private static double[][] Slopes(Solution solution, double[] theta, (int From, int To)[] pairs)
    {
        const double Step = 1e-5;
        double[][] slopes = [.. pairs.Select(_ => new double[theta.Length])];
        var shifted = (double[])theta.Clone();
        for (var t = 0; t < theta.Length; t++)
        {
            shifted[t] = theta[t] + Step;
            solution.Take(shifted);
            for (var k = 0; k < pairs.Length; k++)
                slopes[k][t] = solution.Total(pairs[k].From, pairs[k].To);
            shifted[t] = theta[t] - Step;
            solution.Take(shifted);
            for (var k = 0; k < pairs.Length; k++)
                slopes[k][t] = (slopes[k][t] - solution.Total(pairs[k].From, pairs[k].To)) / (2 * Step);
            shifted[t] = theta[t];
        }

        return slopes;
    }

    // Sum of direction_t Sigma_t, by a central difference along the direction.
    private static double[] Derivative(ImpliedStructure structure, double[] theta, double[] direction)
    {
        var length = Math.Sqrt(VectorKernels.Dot(direction, direction));
        var step = length > 0 ? 1e-5 / length : 1;
        double[] up = new double[structure.ObservedCount * structure.ObservedCount], down = new double[up.Length];
        structure.Implied([.. theta.Select((value, t) => value + (step * direction[t]))], up);
        structure.Implied([.. theta.Select((value, t) => value - (step * direction[t]))], down);
        for (var i = 0; i < up.Length; i++)
            up[i] = (up[i] - down[i]) / (2 * step);
        return up;
    }

    private static double[] Sandwich(double[] outer, double[] inner)
    {
        var p = (int)Math.Sqrt(outer.Length);
        double[] half = new double[p * p], whole = new double[p * p];
        for (var j = 0; j < p; j++)
        {
            for (var k = 0; k < p; k++)
                VectorKernels.AddScaled(outer[(j * p) + k], inner.AsSpan(k * p, p), half.AsSpan(j * p, p));
            for (var k = 0; k < p; k++)
                VectorKernels.AddScaled(half[(j * p) + k], outer.AsSpan(k * p, p), whole.AsSpan(j * p, p));
        }

        return whole;
    }
}
