using Pathwise.Numerics;

namespace Pathwise.Tests.Numerics;

/// <summary>Random positive definite matrices, flat and row-major.</summary>
internal static class RandomSymmetric
{
    public static double[] Of(int n)
    {
        var stream = RandomStream.For(11, n);
        var root = new double[n * (n + 2)];
        for (var i = 0; i < root.Length; i++)
            root[i] = stream.NextNormal();
        var matrix = new double[n * n];
        for (var i = 0; i < n; i++)
        {
            for (var j = 0; j < n; j++)
                matrix[(i * n) + j] = (i == j ? 0.5 : 0) + VectorKernels.Dot(root.AsSpan(i * (n + 2), n + 2), root.AsSpan(j * (n + 2), n + 2));
        }

        return matrix;
    }
}
