using Pathwise.Numerics;
using Pathwise.Sem.Estimation;
using Pathwise.Sem.Moments;

namespace Pathwise.Sem.Resampling;

/// <summary>Fits replicates of one group's covariance structure with the compiled fitter. A replicate allocates nothing.</summary>
internal sealed class FastWorker : ReplicateWorker
{
    private readonly CovarianceFitter fitter;
    private readonly EffectEvaluator effects;
    private readonly ArgumentStandardizer? arguments;
    private readonly SampleSource source;
    private readonly double[] start;
    private readonly double[] covariance;
    private readonly double[] beta;
    private readonly double[] structural;
    private readonly int count;
    private readonly Divisor divisor;
    private readonly LaneFitter? lanes;
    private readonly double[][] samples;
    private readonly double[] working;
    private readonly RandomStream stream = RandomStream.For(0, 0);
    private readonly int[] rowOfLane = new int[LaneKernels.Count];

    public FastWorker(FitResult fit, FastModel shared, EffectCatalogue catalogue, SampleSource source)
    {
        var model = shared.Model;
        fitter = new CovarianceFitter(shared);
        effects = new EffectEvaluator(fit.Table, catalogue);
        arguments = ArgumentStandardizer.Of(fit, catalogue);
        this.source = source;
        start = [.. fit.Values];
        covariance = new double[model.ObservedCount * model.ObservedCount];
        (beta, structural) = (new double[model.StructuralCount * model.StructuralCount], new double[model.StructuralCount * model.StructuralCount]);
        (count, divisor) = (fit.Sample[0].Count, fit.Sample[0].Divisor);
        working = new double[model.FreeCount];
        lanes = shared.Lanes is { } from ? new LaneFitter(from) : null;
        samples = [.. Enumerable.Range(0, LaneKernels.Count).Select(_ => new double[covariance.Length])];
    }

    public override double Discrepancy => fitter.Discrepancy;

    /// <summary>
    /// The compiled model of a fit, or null where the general path is needed: other estimators, missing values, groups, means,
    /// constraints.
    /// </summary>
    public static CovarianceModel? Compile(FitResult fit) =>
        fit.Options.Estimator is Estimator.ML or Estimator.MLM or Estimator.MLR && !fit.Sample.Any(sample => sample.HasMissing)
            ? CovarianceModelCompiler.TryCompile(fit.Table, out _)
            : null;

    /// <summary>Units of the latent variables chosen at the estimates.</summary>
    public static LatentUnits Units(FitResult fit, CovarianceModel model)
    {
        var sample = fit.Sample[0].Covariance;
        var moments = fit.Implied(1);
        var m = moments.LatentSize;
        double Deviation(int k) => Math.Sqrt(Math.Abs(moments.LatentCovariance[(k * m) + k]));
        double[] values = [.. fit.Values];
        return LatentUnits.At(model, values, cell =>
        {
            var place = Array.IndexOf(model.Free, cell);
            var size = Math.Abs(place < 0 ? 1 : values[place]) * Deviation(cell.Column);
            return size / (cell.Matrix == ModelMatrix.Lambda ? Math.Sqrt(sample[cell.Row, cell.Row]) : Deviation(cell.Row));
        });
    }

    public override FitStatus Draw(RandomStream stream, Estimates target) => Sample(stream, covariance) ?? Fit(target);

    public override FitStatus LeaveOut(int omitted, Estimates target) => Sample(omitted, null, covariance) ?? Fit(target);

    public override void Skip(RandomStream stream) => source.Draw(stream, covariance, 1);

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
        if (flaw is null && lanes.TryLoad(lane, samples[lane]))
            return true;
        table.Finish(row, flaw ?? FitStatus.SingularSample, 0);
        return false;
    }

    private FitStatus? Sample(int row, long? seed, double[] target)
    {
        if (seed is not { } given)
            return ((CaseResampler)source).LeaveOut(row, target, divisor == Divisor.Count ? count - 1 : count - 2);
        stream.Restart(given, row);
        return Sample(stream, target);
    }

    private FitStatus? Sample(RandomStream from, double[] target) => source.Draw(from, target, divisor == Divisor.Count ? count : count - 1);

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
        var status = phase == LanePhase.Done ? fitter.Conclude(samples[lane], working, lanes.Discrepancy(lane)) : FitStatus.NoDescent;
        return status.HasConverged() ? status : fitter.Fit(samples[lane], start);
    }

    private FitStatus Fit(Estimates target) => Write(fitter.Fit(covariance, start), covariance, target);

    private FitStatus Write(FitStatus status, double[] sample, Estimates target)
    {
        if (!status.HasConverged())
            return status;
        fitter.Values.CopyTo(target.Values);
        fitter.CopyStructure(beta, structural);
        effects.Evaluate(1, beta, structural, target.Effects, target.Standardized);
        arguments?.Write(sample, target);
        return status;
    }
}
