using Pathwise.Numerics;

namespace Pathwise.Synthesis;

/// <summary>
/// Directions in which models can move the covariance, as orthonormal vectors of the whitened space (C⁻¹ D C⁻ᵀ for D, with
/// Sigma = C C'). A residual that is orthogonal to a model's tangents leaves its estimates where they are.
/// </summary>
internal static class Tangents
{
    /// <summary>
    /// Adds to <paramref name="basis"/> an orthonormal basis of what <paramref name="structure"/> adds to it at <paramref name="theta"/>;
    /// returns the vectors added.
    /// </summary>
    public static List<double[]> Extend(List<double[]> basis, ImpliedStructure structure, double[] theta, ReadOnlySpan<double> factor)
    {
        var added = new List<double[]>();
        for (var t = 0; t < theta.Length; t++)
        {
            var vector = Whitened(Derivative(structure, theta, t), factor, structure.ObservedCount);
            var length = Length(vector);
            foreach (var other in basis)
                VectorKernels.AddScaled(-VectorKernels.Dot(vector, other), other, vector);
            foreach (var other in basis)
                VectorKernels.AddScaled(-VectorKernels.Dot(vector, other), other, vector);
            var rest = Length(vector);
            if (rest < 1e-5 * length)
                continue;
            for (var i = 0; i < vector.Length; i++)
                vector[i] /= rest;
            basis.Add(vector);
            added.Add(vector);
        }

        return added;
    }

    /// <summary>C⁻¹ M C⁻ᵀ.</summary>
    public static double[] Whitened(double[] matrix, ReadOnlySpan<double> factor, int p)
    {
        var half = new double[p * p];
        var column = new double[p];
        for (var k = 0; k < p; k++)
        {
            for (var j = 0; j < p; j++)
                column[j] = matrix[(j * p) + k];
            Cholesky.SolveLower(factor, p, column);
            column.CopyTo(half, k * p);
        }

        // half holds (C⁻¹ M)', row after row.
        var whole = new double[p * p];
        for (var j = 0; j < p; j++)
        {
            for (var k = 0; k < p; k++)
                column[k] = half[(k * p) + j];
            Cholesky.SolveLower(factor, p, column);
            column.CopyTo(whole, j * p);
        }

        return whole;
    }

    public static double Length(double[] vector) => Math.Sqrt(VectorKernels.Dot(vector, vector));

    private static double[] Derivative(ImpliedStructure structure, double[] theta, int t)
    {
        const double Step = 1e-5;
        double[] up = new double[structure.ObservedCount * structure.ObservedCount], down = new double[structure.ObservedCount * structure.ObservedCount];
        var shifted = (double[])theta.Clone();
        shifted[t] = theta[t] + Step;
        structure.Implied(shifted, up);
        shifted[t] = theta[t] - Step;
        structure.Implied(shifted, down);
        for (var i = 0; i < up.Length; i++)
            up[i] = (up[i] - down[i]) / (2 * Step);
        return up;
    }
}
