using MathNet.Numerics.LinearAlgebra;
using Pathwise.Sem.Moments;

namespace Pathwise.Tests.Sem.Resampling;

/// <summary>Samples of simulated cases.</summary>
internal static class Samples
{
    /// <summary>Six variables x1 to x6, two factors.</summary>
    public static SampleMoments Blocks(int n) => SampleMoments.OfCases(
        ["x1", "x2", "x3", "x4", "x5", "x6"], Matrix<double>.Build.DenseOfRowMajor(n, 6, Simulated.Blocks(n, 6, 3, 9)), Divisor.Count);
}
