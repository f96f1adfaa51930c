using Pathwise.Numerics;
using Pathwise.Sem.Implied;
using Pathwise.Sem.Moments;

namespace Pathwise.Sem.Estimation;

/// <summary>
/// Maximum likelihood of cases with missing values (Arbuckle 1996). Value and slopes are those of the completed cases, by Fisher's identity, and the
/// information is that of complete cases less what is missing (Orchard and Woodbury 1972; Louis 1982), so that no pattern has a matrix of its own.
/// Where Sigma is too nearly singular for that, each pattern's matrix is inverted by itself.
/// </summary>
internal sealed class IncompleteLikelihood : CovarianceDiscrepancy
{
    private readonly IReadOnlyList<MissingPattern> patterns;
    private readonly int size;
    private readonly double constant;
    private readonly CompletedMoments completed;
    private readonly Lazy<LikelihoodDiscrepancy> eachPattern;
    private readonly double[] mu, moment, product, right;
    private ImpliedMoments? last;
    private bool isRegular;

    /// <param name="patterns">The patterns.</param>
    /// <param name="size">Number of observed variables, p.</param>
    /// <param name="constant">What the saturated model gives; zero when it is not known.</param>
    public IncompleteLikelihood(IReadOnlyList<MissingPattern> patterns, int size, double constant)
    {
        (this.patterns, this.size, this.constant) = (patterns, size, constant);
        completed = new(patterns, size);
        eachPattern = new(() => new(patterns, size, hasMeans: true, constant));
        (mu, moment, product, right) = (new double[size], new double[size * size], new double[size * size], new double[size * size]);
    }

    /// <inheritdoc/>
    public override double Value(ImpliedMoments moments)
    {
        last = moments;
        moments.Mu.CopyTo(mu, 0);
        isRegular = completed.TryUpdate(mu, moments.Sigma);
        return isRegular ? completed.Value - constant : eachPattern.Value.Value(moments);
    }

    /// <inheritdoc/>
    public override void Slopes(Span<double> bySigma, Span<double> byMu)
    {
        if (!isRegular)
        {
            eachPattern.Value.Slopes(bySigma, byMu);
            return;
        }

        // dF = tr[V - V C V] dSigma - 2 e'V dmu with V the inverse of Sigma and the completed cases' C about mu and mean distance e.
        Around(Completed());
        for (var i = 0; i < size; i++)
        {
            byMu[i] = -2 * VectorKernels.Dot(completed.Inverse.AsSpan(i * size, size), completed.Shift);
            for (var j = 0; j < size; j++)
                bySigma[(i * size) + j] = completed.Inverse[(i * size) + j] - ((right[(i * size) + j] + right[(j * size) + i]) / 2);
        }
    }

    /// <inheritdoc/>
    public override void AddInformation(ImpliedDerivatives derivatives, double weight, Span<double> information)
    {
        if (!isRegular)
        {
            eachPattern.Value.AddInformation(derivatives, weight, information);
            return;
        }

        // With V_k = V - R_k of a pattern: V dA V dB - 2 V dA R dB, R the mean of R_k, and what R_k dA R_k dB leaves.
        Around(completed.Within);
        var v = completed.Inverse;
        double[] twice = [.. v.Select((value, i) => value - (2 * right[i]))], once = [.. v.Select((value, i) => value - right[i])];
        NormalInformation.AddMixed(v, twice, once, size, derivatives, weight, information);
        new MissingInformation(completed, patterns, derivatives, size).AddExpected(weight, information);
    }

    /// <inheritdoc/>
    public override void AddCurvature(ImpliedColumns columns, double weight, Span<double> curvature)
    {
        if (!isRegular)
        {
            eachPattern.Value.AddCurvature(columns, weight, curvature);
            return;
        }

        Around(Completed());
        for (var i = 0; i < size; i++)
        {
            for (var j = 0; j < i; j++)
                right[(i * size) + j] = right[(j * size) + i] = (right[(i * size) + j] + right[(j * size) + i]) / 2;
        }

        double[] q = [.. Enumerable.Range(0, size).Select(i => VectorKernels.Dot(completed.Inverse.AsSpan(i * size, size), completed.Shift))];
        NormalCurvature.AddLikelihood(completed.Inverse, right, q, columns, weight, curvature);
        new MissingInformation(completed, patterns, ImpliedDerivatives.Of(last!), size).SubtractObserved(mu, weight, curvature);
    }

    private double[] Completed()
    {
        for (var i = 0; i < moment.Length; i++)
            moment[i] = completed.Spread[i] + completed.Within[i];
        return moment;
    }

    // V M V into the memory of the product's right side.
    private void Around(double[] middle)
    {
        FlatMatrix.Multiply(middle, completed.Inverse, product, size, size, size);
        FlatMatrix.Multiply(completed.Inverse, product, right, size, size, size);
    }
}
