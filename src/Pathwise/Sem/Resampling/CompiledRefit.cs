using Pathwise.Numerics;
using Pathwise.Sem.Compiled;
using Pathwise.Sem.Compiled.FourAtOnce;
using Pathwise.Sem.Effects;
using Pathwise.Sem.Estimation;
using Pathwise.Sem.Moments;

namespace Pathwise.Sem.Resampling;

/// <summary>Fits replicates of one group with the compiled fitter. A replicate allocates nothing.</summary>
internal sealed class CompiledRefit : ReplicateWorker
{
    private readonly CovarianceFitter fitter;
    private readonly EffectEvaluator effects;
    private readonly ArgumentStandardizer? arguments;
    private readonly SampleSource source;
    private readonly double[] start;
    private readonly ReplicateSample drawn;
    private readonly int[] positions;
    private readonly SaturatedIntercepts? intercepts;
    private readonly bool hasMeans;
    private readonly double[] beta;
    private readonly double[] structural;
    private readonly int count;
    private readonly Divisor divisor;
    private readonly LaneFitter? lanes;
    private readonly ReplicateSample[] samples;
    private readonly double[] working;
    private readonly RandomStream stream = RandomStream.For(0, 0);
    private readonly int[] rowOfLane = new int[LaneKernels.Count];

    public CompiledRefit(FitResult fit, CompiledFit shared, EffectCatalogue catalogue, SampleSource source)
    {
        var model = shared.Model;
        fitter = new CovarianceFitter(shared.Model, shared.Units, shared.Map);
        effects = new EffectEvaluator(fit.Table, catalogue);
        arguments = ArgumentStandardizer.Of(fit, catalogue);
        this.source = source;
        start = Start(fit, model);
        positions = model.Positions;
        hasMeans = model.Means != MeanTreatment.None;
        intercepts = model.Means == MeanTreatment.Saturated ? new SaturatedIntercepts(fit.Table) : null;
        ReplicateSample Sample() => new(fit.Sample[0].Names.Count, model.HasConstant);
        drawn = Sample();
        (beta, structural) = (new double[model.VariableCount * model.VariableCount], new double[model.VariableCount * model.VariableCount]);
        (count, divisor) = (fit.Sample[0].Count, fit.Sample[0].Divisor);
        working = new double[model.FreeCount];
        lanes = shared.Lanes is { } from ? new LaneFitter(from) : null;
        samples = [.. Enumerable.Range(0, LaneKernels.Count).Select(_ => Sample())];
    }

    public override double Discrepancy => fitter.Discrepancy;

    /// <summary>The compiled model of a fit, or null where the general path is needed (see <see cref="CompiledPath"/>).</summary>
    public static CovarianceModel? Compile(FitResult fit) => CompiledPath.TryCompile(fit, out _);

    /// <summary>The estimates of the model's free parameters.</summary>
    public static double[] Start(FitResult fit, CovarianceModel model) => [.. model.Positions.Select(position => fit.Values[position])];

    /// <summary>Units of the latent variables chosen at the estimates.</summary>
    public static LatentUnits Units(FitResult fit, CovarianceModel model, int group = 1)
    {
        var sample = fit.Sample[group - 1].Covariance;
        var moments = fit.Implied(group);
        var m = moments.LatentSize;
        double Deviation(int k) => Math.Sqrt(Math.Abs(moments.LatentCovariance[(k * m) + k]));
        double[] values = Start(fit, model);
        return LatentUnits.At(model, values, cell =>
        {
            var place = Array.IndexOf(model.Free, cell);
            var size = Math.Abs(place < 0 ? 1 : values[place]) * Deviation(cell.Column);
            return size / (cell.Matrix == CompiledMatrix.Lambda ? Math.Sqrt(sample[cell.Row, cell.Row]) : Deviation(cell.Row));
        });
    }

    public override FitStatus Draw(RandomStream stream, EstimateSpans target) => Sample(stream, drawn) ?? Fit(target);

    public override FitStatus LeaveOut(int omitted, EstimateSpans target) => Sample(omitted, null, drawn) ?? Fit(target);

    public override void Skip(RandomStream stream) => source.Draw(stream, drawn.Covariance, 1);

    public override IEnumerable<int> DrawAll(OpenRows rows, long seed) => lanes is null ? base.DrawAll(rows, seed) : FitAll(lanes, rows, seed);

    public override IEnumerable<int> LeaveOutAll(OpenRows rows) => lanes is null ? base.LeaveOutAll(rows) : FitAll(lanes, rows, null);

    /// <summary>
    /// Fits samples four at a time, a lane taking up the next one whenever it is done: replicates of a seed, or without one the sample
    /// less a case.
    /// </summary>
    private IEnumerable<int> FitAll(LaneFitter lanes, OpenRows rows, long? seed)
    {
        for (var isAtWork = true; isAtWork;)
        {
            isAtWork = false;
            for (var lane = 0; lane < LaneKernels.Count; lane++)
            {
                while (lanes.Phase(lane) == LanePhase.Idle && rows.TryTake(out var row))
                {
                    if (!TryLoad(lanes, lane, row, seed, rows.Table))
                        yield return row;
                }

                isAtWork |= lanes.Phase(lane) != LanePhase.Idle;
            }

            if (isAtWork)
                lanes.Advance();
            for (var lane = 0; lane < LaneKernels.Count; lane++)
            {
                if (TryUnload(lanes, lane, rows.Table))
                    yield return rowOfLane[lane];
            }
        }
    }

    private bool TryLoad(LaneFitter lanes, int lane, int row, long? seed, ReplicateTable table)
    {
        var flaw = Sample(row, seed, samples[lane]);
        rowOfLane[lane] = row;
        if (flaw is null && lanes.TryLoad(lane, samples[lane].Fitted))
            return true;
        table.Finish(row, flaw ?? FitStatus.SingularSample, 0);
        return false;
    }

    private FitStatus? Sample(int row, long? seed, ReplicateSample target)
    {
        if (seed is not { } given)
            return Completed(((CaseResampler)source).LeaveOut(row, target.Covariance, divisor == Divisor.Count ? count - 1 : count - 2), target);
        stream.Restart(given, row);
        return Sample(stream, target);
    }

    private FitStatus? Sample(RandomStream from, ReplicateSample target) =>
        Completed(source.Draw(from, target.Covariance, divisor == Divisor.Count ? count : count - 1), target);

    private FitStatus? Completed(FitStatus? flaw, ReplicateSample target)
    {
        if (flaw is not null || !hasMeans)
            return flaw;
        source.CopyMeans(target.Means);
        target.Complete();
        return null;
    }

    /// <summary>Writes the estimates of a lane that has come to its end, and frees it.</summary>
    private bool TryUnload(LaneFitter lanes, int lane, ReplicateTable table)
    {
        var phase = lanes.Phase(lane);
        if (phase is not (LanePhase.Done or LanePhase.GivenUp))
            return false;
        var row = rowOfLane[lane];
        var status = Write(Status(lanes, lane, phase), samples[lane], table.Row(row));
        table.Finish(row, status, fitter.Discrepancy);
        lanes.Release(lane);
        return true;
    }

    // That there are no estimates is for the other fitter to say.
    private FitStatus Status(LaneFitter lanes, int lane, LanePhase phase)
    {
        lanes.CopyValues(lane, working);
        var status = phase == LanePhase.Done ? fitter.Conclude(samples[lane].Fitted, working, lanes.Discrepancy(lane)) : FitStatus.NoDescent;
        return status.HasConverged() ? status : fitter.Fit(samples[lane].Fitted, start);
    }

    private FitStatus Fit(EstimateSpans target) => Write(fitter.Fit(drawn.Fitted, start), drawn, target);

    private FitStatus Write(FitStatus status, ReplicateSample sample, EstimateSpans target)
    {
        if (!status.HasConverged())
            return status;
        var values = fitter.Values;
        for (var j = 0; j < values.Length; j++)
            target.Values[positions[j]] = values[j];
        fitter.CopyStructure(beta, structural);
        intercepts?.Write(beta, sample.Means, target.Values);
        effects.Evaluate(1, beta, structural, target.Effects, target.Standardized);
        arguments?.Write(new(in sample), target);
        return status;
    }
}
