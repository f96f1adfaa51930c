using MathNet.Numerics.LinearAlgebra;
using Pathwise.Numerics;
using Pathwise.Sem.Estimation;
using Pathwise.Sem.Moments;

namespace Pathwise.Sem.Resampling;

/// <summary>Makes the source of a kind of bootstrap from a fit.</summary>
internal static class SampleSources
{
    /// <summary>The source of a group, counted from 1.</summary>
    public static SampleSource Of(FitResult fit, ResamplingKind kind, int group)
    {
        var sample = fit.Sample[group - 1];
        return kind switch
        {
            ResamplingKind.Parametric when sample.Responses is { } responses => new ResponseSampler(sample.Count, fit.Implied(group), sample.Names, responses.Categories),
            ResamplingKind.Parametric => new NormalSampler(sample.Count, Means(fit, sample, group), fit.ImpliedCovariance(group).ToRowMajorArray()),
            ResamplingKind.BollenStine => new CaseResampler(Transformed(fit, sample, group), sample.Names.Count, Cases(sample).ToRowMajorArray()),
            _ => new CaseResampler(Cases(sample.Drawn).ToRowMajorArray(), sample.Drawn.Names.Count),
        };
    }

    /// <summary>The n x p cases of a sample, or the reason why they cannot be drawn from.</summary>
    public static Matrix<double> Cases(SampleMoments sample) =>
        sample.Cases ?? throw new InputException("This bootstrap draws from cases, and only moments are known; a parametric bootstrap is possible.");

    private static double[] Means(FitResult fit, SampleMoments sample, int group) =>
        (fit.ImpliedMeans(group) ?? sample.Means)?.ToArray() ?? new double[sample.Names.Count];

    // Z = (Y - mean) S^-1/2 Sigma^1/2 + mu, with Cholesky factors as roots: Z has exactly the moments of the model.
    private static double[] Transformed(FitResult fit, SampleMoments sample, int group)
    {
        var cases = Cases(sample);
        if (sample.HasMissing)
            throw new InputException("The Bollen-Stine bootstrap needs complete cases.");
        var p = sample.Names.Count;
        double[] ofSample = sample.Covariance.ToRowMajorArray(), ofModel = fit.ImpliedCovariance(group).ToRowMajorArray();
        if (!Cholesky.TryFactor(ofSample, p) || !Cholesky.TryFactor(ofModel, p))
            throw new InputException("The Bollen-Stine bootstrap needs positive definite covariance matrices.");
        var result = new double[cases.RowCount * p];
        Transform(cases.ToRowMajorArray(), p, (sample.Means!.ToArray(), ofSample), (Means(fit, sample, group), ofModel), result);
        return result;
    }

    /// <summary>
    /// Turns n x p cases of some means and covariances, row-major, into cases of others; the covariances are given by their Cholesky factors, and the
    /// target may be the cases themselves.
    /// </summary>
    public static void Transform(double[] cases, int p, (double[] Means, double[] Factor) from, (double[] Means, double[] Factor) to, double[] target)
    {
        var row = new double[p];
        for (var i = 0; i < cases.Length / p; i++)
        {
            for (var j = 0; j < p; j++)
                row[j] = cases[(i * p) + j] - from.Means[j];
            Cholesky.SolveLower(from.Factor, p, row);
            for (var j = 0; j < p; j++)
                target[(i * p) + j] = to.Means[j] + VectorKernels.Dot(to.Factor.AsSpan(j * p, j + 1), row.AsSpan(0, j + 1));
        }
    }
}
