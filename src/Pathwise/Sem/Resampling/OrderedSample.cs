using Pathwise.Numerics;
using Pathwise.Sem.Categorical;
using Pathwise.Sem.Compiled;
using Pathwise.Sem.Estimation;
using Pathwise.Sem.Moments;

namespace Pathwise.Sem.Resampling;

/// <summary>A group's resamples of ordered variables, perhaps with continuous ones, as compiled code fits them. One worker's.</summary>
internal sealed class OrderedSample
{
    private const int LeastCases = 3;

    private readonly SampleSource source;
    private readonly int[] times;
    private readonly DrawnResponses responses;
    private readonly bool isWeighted;
    private readonly double[] factor;

    /// <param name="sample">The sample, complete and of cases.</param>
    /// <param name="weighting">How residuals are weighted: all alike, or each by its own variance.</param>
    /// <param name="rule">What is done about empty cells.</param>
    /// <param name="source">Draws from the cases of the sample, in their order.</param>
    public OrderedSample(SampleMoments sample, ResponseWeighting weighting, EmptyCellRule rule, SampleSource source)
    {
        var (cases, p) = (sample.Cases!.ToRowMajorArray(), sample.Names.Count);
        factor = new double[p * p];
        isWeighted = weighting == ResponseWeighting.Diagonal;
        (this.source, times) = (source, new int[sample.Count]);
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

    /// <summary>How often each case is in the resample.</summary>
    public ReadOnlySpan<int> Times => times;

    /// <summary>Number of cases of the resample.</summary>
    public int Count { get; private set; }

    /// <summary>Draws a resample; returns what keeps it from being fitted, or null.</summary>
    public FitStatus? Draw(RandomStream stream)
    {
        source.DrawTimes(stream).CopyTo(times);
        return Take();
    }

    /// <summary>All cases but one, or all of them (-1); returns what keeps them from being fitted, or null.</summary>
    public FitStatus? LeaveOut(int omitted)
    {
        Array.Fill(times, 1);
        if (omitted >= 0)
            times[omitted] = 0;
        return Take();
    }

    /// <summary>Moves a stream past a sample that was drawn before.</summary>
    public void Skip(RandomStream stream) => source.DrawTimes(stream);

    private FitStatus? Take()
    {
        (Marks, Count) = (DrawMarks.None, 0);
        foreach (var each in times)
            Count += each;
        if (Count == 0)
            return FitStatus.EmptyVariable;
        if (!responses.TryTake(times))
            return FitStatus.ConstantVariable;
        if (Count < LeastCases)
            return FitStatus.Breakdown;
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
