using Pathwise.Numerics;

namespace Pathwise.Sem.Resampling;

/// <summary>Where the samples of replicates come from. One worker's.</summary>
internal abstract class SampleSource
{
    /// <summary>Draws a sample and writes its p x p covariance matrix with the given divisor.</summary>
    public abstract void Draw(RandomStream stream, Span<double> covariance, double divisor);

    /// <summary>Draws a sample and writes its cases, n x p row-major.</summary>
    public abstract void DrawCases(RandomStream stream, Span<double> cases);
}
