using MathNet.Numerics.LinearAlgebra;
using Pathwise.Numerics;
using Pathwise.Sem.Compiled;
using Pathwise.Sem.Moments;

namespace Pathwise.Sem.Resampling;

/// <summary>
/// The means and covariances that the first of two stages finds in samples of cases with missing values, searched for from those of the sample that they are drawn from.
/// One worker's.
/// </summary>
internal sealed class FirstStageSource : SampleSource
{
    private readonly SampleSource source;
    private readonly FirstStage stage;
    private readonly double[] cases, original;
    private readonly int columns;
    private SampleMoments found;

    /// <param name="source">Draws the cases of all variables of the stage.</param>
    /// <param name="stage">The stage of the sample itself.</param>
    private FirstStageSource(SampleSource source, FirstStage stage)
    {
        (this.source, this.stage, found, columns) = (source, stage, stage.Search.Moments, stage.Whole.Names.Count);
        original = stage.Whole.Cases!.ToRowMajorArray();
        cases = new double[(source.Most ?? stage.Whole.Count) * columns];
    }

    /// <inheritdoc/>
    public override int? Drawn => source.Drawn;

    /// <inheritdoc/>
    public override int? Most => source.Most;

    /// <summary>The source of moments of a sample's resamples: itself, or this one around it where they need a first stage.</summary>
    public static SampleSource Around(SampleSource source, SampleMoments sample) =>
        source.IsOfCases && sample.FirstStage is { } stage && (stage.Whole.HasMissing || stage.Whole.Names.Count > stage.Kept) ? new FirstStageSource(source, stage) : source;

    /// <inheritdoc/>
    public override FitStatus? Draw(RandomStream stream, Span<double> covariance, double divisor)
    {
        var flaw = source.DrawCases(stream, cases);
        return flaw ?? Find(cases.AsSpan(0, (source.Drawn ?? stage.Whole.Count) * columns), covariance);
    }

    /// <inheritdoc/>
    public override void CopyMeans(Span<double> means)
    {
        for (var j = 0; j < stage.Kept; j++)
            means[j] = found.Means![j];
    }

    /// <inheritdoc/>
    public override FitStatus? DrawCases(RandomStream stream, Span<double> target) => source.DrawCases(stream, target);

    /// <inheritdoc/>
    public override FitStatus? Omit(ReadOnlySpan<int> omitted, Span<double> covariance, double divisor)
    {
        var count = 0;
        for (var i = 0; i < stage.Whole.Count; i++)
        {
            if (!omitted.Contains(i))
                original.AsSpan(i * columns, columns).CopyTo(cases.AsSpan(count++ * columns));
        }

        var left = cases.AsSpan(0, count * columns);
        return SampleFlaw.Of(left, columns) ?? Find(left, covariance);
    }

    /// <inheritdoc/>
    public override FitStatus? LeaveOut(int omitted, Span<double> covariance, double divisor) => Omit([omitted], covariance, divisor);

    /// <inheritdoc/>
    public override void All(Span<double> covariance, double divisor)
    {
        found = stage.Search.Moments;
        Write(covariance);
    }

    private FitStatus? Find(ReadOnlySpan<double> drawn, Span<double> covariance)
    {
        var whole = stage.Whole;
        var sample = SampleMoments.OfCases(whole.Names, Matrix<double>.Build.DenseOfRowMajor(drawn.Length / columns, columns, drawn.ToArray()), Divisor.Count, whole.Group);
        var search = SaturatedMoments.Of(sample, stage.Search.Moments);
        found = search.Moments;
        Write(covariance);
        return search.HasConverged ? null : FitStatus.FirstStageUnfinished;
    }

    private void Write(Span<double> covariance)
    {
        for (var i = 0; i < stage.Kept; i++)
        {
            for (var j = 0; j < stage.Kept; j++)
                covariance[(i * stage.Kept) + j] = found.Covariance[i, j];
        }
    }
}
