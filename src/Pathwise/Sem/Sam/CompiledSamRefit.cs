using Pathwise.Numerics;
using Pathwise.Sem.Compiled;
using Pathwise.Sem.Effects;
using Pathwise.Sem.Estimation;
using Pathwise.Sem.Inference;
using Pathwise.Sem.Resampling;

namespace Pathwise.Sem.Sam;

/// <summary>Puts samples of a single group through both steps by compiled code.</summary>
internal sealed class CompiledSamRefit : ReplicateWorker
{
    private readonly SamEstimator estimator;
    private readonly CaseResampler source;
    private readonly EffectCatalogue catalogue;
    private readonly EffectEvaluator effects;
    private readonly Standardization? standardization;
    private readonly int[] positions;
    private readonly double[] answers;
    private readonly double[] weights;
    private readonly double[] beta;
    private readonly double[] covariance;
    private readonly int columns;
    private double discrepancy;

    public CompiledSamRefit(FitResult fit, CompiledSam shared, EffectCatalogue catalogue)
    {
        var (sample, model) = (shared.Solution.Samples[0], shared.Structure.Model);
        (estimator, this.catalogue, effects) = (new SamEstimator(shared), catalogue, new EffectEvaluator(fit.Table, catalogue));
        (answers, columns) = (sample.Cases!.ToRowMajorArray(), sample.Names.Count);
        (source, weights, positions) = (new CaseResampler(answers, columns), new double[sample.Count], model.Positions);
        (beta, covariance) = (new double[model.VariableCount * model.VariableCount], new double[model.VariableCount * model.VariableCount]);
        standardization = catalogue.Arguments.Apart > 0 ? new Standardization(fit.Structure) : null;
    }

    public override double Discrepancy => discrepancy;

    public override FitStatus Draw(RandomStream stream, EstimateSpans target) => Fit(source.DrawTimes(stream), target);

    public override FitStatus LeaveOut(int omitted, EstimateSpans target)
    {
        var times = new int[weights.Length];
        Array.Fill(times, 1);
        times[omitted] = 0;
        return Fit(times, target);
    }

    public override void Skip(RandomStream stream) => source.DrawTimes(stream);

    private FitStatus Fit(ReadOnlySpan<int> times, EstimateSpans target)
    {
        discrepancy = 0;
        if (SampleFlaw.Of(answers, columns, times) is { } flaw)
            return flaw;
        var count = 0;
        for (var i = 0; i < times.Length; i++)
        {
            weights[i] = times[i];
            count += times[i];
        }

        var status = estimator.Estimate(weights, count);
        if (status.HasConverged())
            Write(target);
        return status;
    }

    private void Write(EstimateSpans target)
    {
        discrepancy = estimator.Structure.Discrepancy;
        var values = estimator.Structure.Values;
        for (var j = 0; j < values.Length; j++)
            target.Values[positions[j]] = values[j];
        estimator.Structure.CopyStructure(beta, covariance);
        effects.Evaluate(1, beta, covariance, target.Effects, target.Standardized);
        if (standardization is null)
            return;
        standardization.Update(target.Values.ToArray());
        catalogue.Arguments.Write(standardization, target.Values, target.Arguments);
    }
}
