using MathNet.Numerics.LinearAlgebra;
using Pathwise.Numerics;
using Pathwise.Sem.Compiled;
using Pathwise.Sem.Resampling;

namespace Pathwise.Multiverse.Runs;

/// <summary>The scores of resamples: drawn as their items are, made anew from the items of each. One worker's.</summary>
/// <param name="items">The cases of the items.</param>
/// <param name="scores">Makes scores.</param>
internal sealed class ScoreSource(PoolSource items, ConceptScores scores) : SampleSource
{
    private readonly double[] covariance = new double[scores.Size * scores.Size];

    /// <inheritdoc/>
    public override int? Drawn => items.Drawn;

    /// <inheritdoc/>
    public override int? Most => items.Most;

    /// <summary>What the scores of the sample drawn last were made with.</summary>
    public ConceptWeights? Weights { get; private set; }

    /// <inheritdoc/>
    public override FitStatus? Draw(RandomStream stream, Span<double> target, double divisor)
    {
        if (items.Draw(stream, covariance, divisor) is { } flaw)
            return flaw;
        (Weights, var trouble) = scores.Of(covariance);
        if (Weights is null)
            return trouble;
        scores.Covariance(Weights, Matrix<double>.Build.DenseOfRowMajor(scores.Size, scores.Size, covariance)).ToRowMajorArray().CopyTo(target);
        return null;
    }

    /// <inheritdoc/>
    public override void CopyMeans(Span<double> means)
    {
        var own = new double[scores.Size];
        items.CopyMeans(own);
        (Weights!.Weights * Vector<double>.Build.Dense(own)).ToArray().CopyTo(means);
    }

    /// <inheritdoc/>
    public override FitStatus? DrawCases(RandomStream stream, Span<double> cases) =>
        throw new InputException("scores are made from covariances: estimators that need cases have none of them.");
}
