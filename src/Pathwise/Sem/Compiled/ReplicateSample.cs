
namespace Pathwise.Sem.Compiled;

/// <summary>The moments of a drawn sample, and the matrix that is fitted: its covariances, or its moments about zero with a constant.</summary>
internal sealed class ReplicateSample
{
    private readonly int p;

    public ReplicateSample(int p, bool hasConstant)
    {
        this.p = p;
        (Covariance, Means) = (new double[p * p], new double[p]);
        Fitted = hasConstant ? new double[(p + 1) * (p + 1)] : Covariance;
    }

    /// <summary>Of moments that another writes, p x p and p, each residual with a weight of its own.</summary>
    public ReplicateSample(double[] covariance, double[] means, double[] weights)
    {
        p = means.Length;
        (Covariance, Means, Fitted, Weights) = (covariance, means, covariance, weights);
    }

    /// <summary>Its covariances, p x p.</summary>
    public double[] Covariance { get; }

    /// <summary>Its means, where the model has any.</summary>
    public double[] Means { get; }

    /// <summary>The matrix that is fitted: see <see cref="MeanTreatment.Structured"/>.</summary>
    public double[] Fitted { get; }

    /// <summary>The weight of each squared residual, p x p, zero on the diagonal of ordered variables; null where the discrepancy has none of the kind.</summary>
    public double[]? Weights { get; }

    /// <summary>Takes up covariances and means that were written.</summary>
    public void Complete()
    {
        if (ReferenceEquals(Fitted, Covariance))
            return;
        var row = p + 1;
        for (var i = 0; i < p; i++)
        {
            for (var j = 0; j < p; j++)
                Fitted[(i * row) + j] = Covariance[(i * p) + j] + (Means[i] * Means[j]);
            Fitted[(i * row) + p] = Fitted[(p * row) + i] = Means[i];
        }

        Fitted[^1] = 1;
    }
}
