using Pathwise.Numerics;
using Pathwise.Sem.Categorical;
using Pathwise.Sem.Compiled;
using Pathwise.Sem.Estimation;
using Pathwise.Sem.Moments;

namespace Pathwise.Sem.Resampling;

/// <summary>A group's resamples of ordered variables, perhaps with continuous ones, as compiled code fits them. One worker's.</summary>
internal sealed class OrderedSample
{
    private readonly CaseResampler source;
    private readonly DrawnResponses responses;
    private readonly bool isWeighted;
    private readonly double[] factor;

    public OrderedSample(SampleMoments sample, ResponseWeighting weighting, EmptyCellRule rule)
    {
        var (cases, p) = (sample.Cases!.ToRowMajorArray(), sample.Names.Count);
        factor = new double[p * p];
        isWeighted = weighting == ResponseWeighting.Diagonal;
        source = new CaseResampler(cases, p);
        responses = new DrawnResponses(cases, OrderedPath.IsOrdered(sample), rule, isWeighted);
        Moments = new ReplicateSample(responses.Covariance, responses.Means, new double[p * p]);
        for (var i = 0; i < p * p; i++)
            Moments.Weights![i] = i % (p + 1) == 0 && sample.Responses!.Categories[i / p] is not null ? 0 : 1;
    }

    /// <summary>What is fitted.</summary>
    public ReplicateSample Moments { get; }

    /// <summary>Thresholds of each variable between the categories of the whole sample.</summary>
    public double[][] Thresholds => responses.Thresholds;

    /// <summary>What is to be known of the resample.</summary>
    public DrawMarks Marks { get; private set; }

    /// <summary>How often each case was drawn last.</summary>
    public ReadOnlySpan<int> Counts => source.Counts;

    /// <summary>Draws as many cases as there are; returns what keeps them from being fitted, or null.</summary>
    public FitStatus? Draw(RandomStream stream)
    {
        source.DrawCounts(stream);
        return Take();
    }

    /// <summary>All cases but one, or all of them (-1).</summary>
    public FitStatus? LeaveOut(int omitted)
    {
        source.CountAll(omitted);
        return Take();
    }

    /// <summary>Moves a stream past a sample that was drawn before.</summary>
    public void Skip(RandomStream stream) => source.DrawCounts(stream);

    private FitStatus? Take()
    {
        Marks = DrawMarks.None;
        if (!responses.TryTake(source.Counts))
            return FitStatus.ConstantVariable;
        responses.Covariance.CopyTo(factor, 0);
        Marks = (responses.HasLostCategories ? DrawMarks.LostCategory : 0) | (responses.HasBound ? DrawMarks.AtBound : 0)
            | (Cholesky.TryFactor(factor, responses.Means.Length) ? 0 : DrawMarks.NotPositiveDefinite);
        for (var i = 0; isWeighted && i < Moments.Weights!.Length; i++)
        {
            if (Moments.Weights[i] != 0)
                Moments.Weights[i] = 1 / responses.Variances[i];
        }

        return null;
    }
}
