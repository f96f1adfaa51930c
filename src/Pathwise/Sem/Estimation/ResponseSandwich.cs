using Pathwise.Numerics;
using Pathwise.Sem.Implied;
using Pathwise.Sem.Moments;

namespace Pathwise.Sem.Estimation;

/// <summary>
/// Derivatives D of one group's statistics of responses, t x q, weighted: W D and G W D with N times the asymptotic covariance G of the statistics.
/// </summary>
internal sealed class ResponseSandwich
{
    private readonly int parameters;
    private readonly double[] asymptotic;

    private ResponseSandwich(ModelStructure structure, int group, double[] free, ResponseStatistics statistics, ResponseWeighting weighting)
    {
        var moments = new ImpliedMoments(structure.GivenCovariates(), group);
        moments.Update(free);
        (parameters, asymptotic, Weights) = (free.Length, statistics.Asymptotic, ResponseWeights.Of(weighting, statistics));
        Weighted = Weights.Times(ImpliedResponses.Derivatives(moments, ImpliedDerivatives.Of(moments), parameters));
        Spread = Covary(Weighted, parameters);
    }

    /// <summary>The weights W.</summary>
    public ResponseWeights Weights { get; }

    /// <summary>W D, t x q: a row for each parameter.</summary>
    public double[] Weighted { get; }

    /// <summary>G W D, t x q.</summary>
    public double[] Spread { get; }

    /// <summary>Of each group of a structure at its free parameters.</summary>
    public static IEnumerable<ResponseSandwich> Groups(ModelStructure structure, double[] free, IReadOnlyList<SampleMoments> samples, ResponseWeighting weighting) =>
        samples.Select((sample, g) => new ResponseSandwich(structure, g, free, sample.Responses!, weighting));

    /// <summary>D' W G W D of all groups, weighted by their shares of the cases, t x t.</summary>
    public static double[] Middle(ModelStructure structure, double[] free, IReadOnlyList<SampleMoments> samples, ResponseWeighting weighting)
    {
        var (t, result, total) = (free.Length, new double[free.Length * free.Length], (double)samples.Sum(sample => sample.Count));
        foreach (var (group, sample) in Groups(structure, free, samples, weighting).Zip(samples))
            VectorKernels.AddScaled(sample.Count / total, group.Product(group.Weighted, group.Spread), result);
        return result;
    }

    /// <summary>A B' for two sets of t rows, t x t, where that is symmetric.</summary>
    public double[] Product(double[] left, double[] right)
    {
        var result = new double[parameters * parameters];
        new SparseRows(left, Weights.Size).MultiplySymmetric(right, result);
        return result;
    }

    /// <summary>The traces of W G and of its square.</summary>
    public (double Trace, double OfSquare) Traces()
    {
        var (q, product) = (Weights.Size, Weights.Times(asymptotic));
        double trace = 0, square = 0;
        for (var i = 0; i < q; i++)
        {
            trace += product[(i * q) + i];
            for (var j = 0; j < q; j++)
                square += product[(i * q) + j] * product[(j * q) + i];
        }

        return (trace, square);
    }

    private double[] Covary(double[] rows, int count)
    {
        var result = new double[rows.Length];
        FlatMatrix.Multiply(rows, asymptotic, result, count, Weights.Size, Weights.Size);
        return result;
    }
}
