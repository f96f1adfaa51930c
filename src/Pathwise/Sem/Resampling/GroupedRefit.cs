using MathNet.Numerics.LinearAlgebra;
using Pathwise.Numerics;
using Pathwise.Sem.Compiled;
using Pathwise.Sem.Effects;
using Pathwise.Sem.Estimation;
using Pathwise.Sem.Moments;

namespace Pathwise.Sem.Resampling;

/// <summary>
/// Fits replicates of several groups, of models with equal parameters and by least squares with compiled code. A replicate whose search comes
/// to an end allocates nothing.
/// </summary>
internal sealed class GroupedRefit : ReplicateWorker
{
    private readonly FitResult fit;
    private readonly GroupedFitter fitter;
    private readonly FullRefit general;
    private readonly EffectEvaluator effects;
    private readonly ArgumentStandardizer? arguments;
    private readonly SampleSource[] sources;
    private readonly ReplicateSample[] samples;
    private readonly SaturatedIntercepts?[] intercepts;
    private readonly int[] counts;
    private readonly double[] shares;
    private readonly double[] beta;
    private readonly double[] structural;
    private double discrepancy;

    public GroupedRefit(FitResult fit, CompiledGroups groups, EffectCatalogue catalogue, SampleSource[] sources)
    {
        (this.fit, this.sources) = (fit, sources);
        fitter = new GroupedFitter(groups);
        general = new FullRefit(fit, catalogue, sources);
        effects = new EffectEvaluator(fit.Table, catalogue);
        arguments = ArgumentStandardizer.Of(fit, catalogue);
        samples = [.. groups.Models.Select(model => new ReplicateSample(fit.Table.ObservedVariables.Count, model.HasConstant))];
        intercepts = [.. groups.Models.Select((model, g) => model.Means == MeanTreatment.Saturated ? new SaturatedIntercepts(fit.Table, g + 1) : null)];
        (counts, shares) = (new int[samples.Length], new double[samples.Length]);
        var m = groups.Models[0].VariableCount;
        (beta, structural) = (new double[m * m], new double[m * m]);
    }

    public override double Discrepancy => discrepancy;

    public override FitStatus Draw(RandomStream stream, EstimateSpans target)
    {
        // Every group is drawn, whatever is found in one: the stream's next sample begins where this one ends.
        FitStatus? flaw = null;
        for (var g = 0; g < sources.Length; g++)
        {
            counts[g] = fit.Sample[g].Count;
            var found = sources[g].Draw(stream, samples[g].Covariance, Divisor(g));
            flaw ??= found;
            if (found is null)
                Complete(g);
        }

        return flaw ?? Fit(target);
    }

    public override FitStatus LeaveOut(int omitted, EstimateSpans target)
    {
        FitStatus? flaw = null;
        for (var g = 0; g < sources.Length; omitted -= fit.Sample[g].Count, g++)
        {
            var (source, isHere) = ((CaseResampler)sources[g], omitted >= 0 && omitted < fit.Sample[g].Count);
            counts[g] = fit.Sample[g].Count - (isHere ? 1 : 0);
            if (isHere)
                flaw = source.LeaveOut(omitted, samples[g].Covariance, Divisor(g));
            else
                source.All(samples[g].Covariance, Divisor(g));
            if (flaw is null)
                Complete(g);
        }

        return flaw ?? Fit(target);
    }

    public override void Skip(RandomStream stream)
    {
        for (var g = 0; g < sources.Length; g++)
            sources[g].Draw(stream, samples[g].Covariance, 1);
    }

    // It takes other steps, and has the last word where this search found no end.
    private FitStatus FitOnTheGeneralPath(EstimateSpans target)
    {
        var status = general.FitMoments(() => [.. fit.Sample.Select((sample, g) => Moments(sample, g))], target);
        discrepancy = general.Discrepancy;
        return status;
    }

    private SampleMoments Moments(SampleMoments sample, int g)
    {
        var p = sample.Names.Count;
        var means = fit.Table.HasMeanStructure ? Vector<double>.Build.Dense([.. samples[g].Means]) : null;
        return SampleMoments.OfCovariance(sample.Names, Matrix<double>.Build.DenseOfRowMajor(p, p, samples[g].Covariance), counts[g], means, sample.Divisor, sample.Group);
    }

    private double Divisor(int g) => fit.Sample[g].Divisor == Sem.Moments.Divisor.Count ? counts[g] : counts[g] - 1;

    private void Complete(int g)
    {
        if (!fit.Table.HasMeanStructure)
            return;
        sources[g].CopyMeans(samples[g].Means);
        samples[g].Complete();
    }

    private FitStatus Fit(EstimateSpans target)
    {
        Discrepancies.Shares(counts, fit.Options, shares);
        var status = fitter.Fit(samples, shares);
        discrepancy = fitter.Discrepancy;
        if (status is FitStatus.TooManyIterations or FitStatus.NoDescent or FitStatus.NoStart)
            return FitOnTheGeneralPath(target);
        if (!status.HasConverged())
            return status;
        fitter.CopyValues(target.Values);
        for (var g = 0; g < samples.Length; g++)
        {
            fitter.CopyStructure(g, beta, structural);
            intercepts[g]?.Write(beta, samples[g].Means, target.Values);
            effects.Evaluate(g + 1, beta, structural, target.Effects, target.Standardized);
        }

        arguments?.Write(samples, target);
        return status;
    }
}
