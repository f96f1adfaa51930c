using Pathwise.Numerics;
using Pathwise.Sem.Compiled;
using Pathwise.Sem.Estimation;
using Pathwise.Sem.Resampling;

namespace Pathwise.Sem.Influence;

/// <summary>Draws the cases of samples without odd ones. One worker's.</summary>
internal sealed class ReferenceSampler
{
    private readonly FitResult fit;
    private readonly ReferenceKind kind;
    private readonly SampleSource source;
    private readonly int count;

    /// <summary>Of samples like that of a fit of one group with complete cases.</summary>
    public ReferenceSampler(FitResult fit, ReferenceKind kind)
    {
        var p = fit.Sample[0].Names.Count;
        (this.fit, this.kind, count) = (fit, kind, fit.CaseCount);
        source = kind == ReferenceKind.FittedModel ? SampleSources.Of(fit, ResamplingKind.Parametric, 1) : new NormalSampler(count, new double[p], Identity(p));
    }

    /// <summary>Draws cases, n x p row-major; returns what keeps them from being fitted, or null.</summary>
    public FitStatus? Draw(RandomStream stream, double[] cases)
    {
        if (source.DrawCases(stream, cases) is { } flaw)
            return flaw;
        return kind == ReferenceKind.FittedModel || TryMatch(cases) ? null : FitStatus.SingularSample;
    }

    // Normal cases whose factor is taken out are evenly spread over all that have these moments (the sphere of a QR decomposition).
    private bool TryMatch(double[] cases)
    {
        var sample = fit.Sample[0];
        var p = sample.Names.Count;
        var drawn = new CaseResampler(cases, p);
        double[] from = new double[p * p], to = sample.Covariance.ToRowMajorArray(), means = new double[p];
        drawn.All(from, sample.Divisor == Moments.Divisor.Count ? count : count - 1);
        drawn.CopyMeans(means);
        if (!Cholesky.TryFactor(from, p) || !Cholesky.TryFactor(to, p))
            return false;
        SampleSources.Transform(cases, p, (means, from), (sample.Means!.ToArray(), to), cases);
        return true;
    }

    private static double[] Identity(int p) => [.. Enumerable.Range(0, p * p).Select(i => i % (p + 1) == 0 ? 1.0 : 0)];
}
