using MathNet.Numerics.LinearAlgebra;
using Pathwise.Numerics;
using Pathwise.Sem.Compiled;
using Pathwise.Sem.Effects;
using Pathwise.Sem.Estimation;
using Pathwise.Sem.Moments;
using Pathwise.Sem.Resampling;

namespace Pathwise.Sem.Sam;

/// <summary>Puts samples of any model through both steps, as the sample itself, from its estimates.</summary>
internal sealed class SamRefit : ReplicateWorker
{
    private readonly SamSolution solution;
    private readonly EffectPoint effects;
    private readonly CaseResampler[] sources;
    private double discrepancy;

    public SamRefit(FitResult fit, SamSolution solution, EffectCatalogue catalogue)
    {
        this.solution = solution;
        effects = new EffectPoint(fit.Structure, catalogue);
        sources = [.. solution.Samples.Select(sample => new CaseResampler(SampleSources.Cases(sample).ToRowMajorArray(), sample.Names.Count))];
    }

    public override double Discrepancy => discrepancy;

    public override FitStatus Draw(RandomStream stream, EstimateSpans target)
    {
        var times = Array.ConvertAll(sources, source => source.DrawTimes(stream).ToArray());
        return Fit(times, target);
    }

    public override FitStatus LeaveOut(int omitted, EstimateSpans target)
    {
        var times = Array.ConvertAll(sources, source => Enumerable.Repeat(1, source.Count).ToArray());
        for (var g = 0; g < times.Length; omitted -= times[g].Length, g++)
        {
            if (omitted >= 0 && omitted < times[g].Length)
                times[g][omitted] = 0;
        }

        return Fit(times, target);
    }

    public override void Skip(RandomStream stream)
    {
        foreach (var source in sources)
            source.DrawTimes(stream);
    }

    private FitStatus Fit(int[][] times, EstimateSpans target)
    {
        discrepancy = 0;
        for (var g = 0; g < times.Length; g++)
        {
            if (SampleFlaw.Of(solution.Samples[g].Cases!.ToRowMajorArray(), solution.Samples[g].Names.Count, times[g]) is { } flaw)
                return flaw;
        }

        try
        {
            return Take(SamSolution.Of(solution.Design, [.. solution.Samples.Select((sample, g) => Repeated(sample, times[g]))], solution), target);
        }
        catch (Exception problem) when (problem is NumericalException || NumericalTrouble.IsShownBy(problem))
        {
            return FitStatus.NoDescent;
        }
    }

    private FitStatus Take(SamSolution replicate, EstimateSpans target)
    {
        var status = FullRefit.Status(replicate.Structure);
        if (!status.HasConverged())
            return status;
        discrepancy = replicate.Structure.Discrepancy;
        for (var j = 0; j < replicate.Values.Count; j++)
            target.Values[j] = replicate.Values[j];
        effects.Evaluate(target);
        return replicate.Blocks.Select(FullRefit.Status).FirstOrDefault(each => each != FitStatus.Proper, status);
    }

    private static SampleMoments Repeated(SampleMoments sample, int[] times)
    {
        var rows = times.SelectMany((count, i) => Enumerable.Repeat(sample.Cases!.Row(i), count));
        return SampleMoments.OfCases(sample.Names, Matrix<double>.Build.DenseOfRowVectors(rows), sample.Divisor, sample.Group);
    }
}
