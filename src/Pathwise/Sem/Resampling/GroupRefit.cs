using Pathwise.Numerics;
using Pathwise.Sem.Compiled;
using Pathwise.Sem.Compiled.FourAtOnce;
using Pathwise.Sem.Effects;
using Pathwise.Sem.Estimation;

namespace Pathwise.Sem.Resampling;

/// <summary>Fits samples of one group with compiled code, one by one or side by side. One worker's; a fit allocates nothing.</summary>
internal sealed class GroupRefit
{
    private readonly CovarianceFitter fitter;
    private readonly LaneFitter? lanes;
    private readonly EffectEvaluator effects;
    private readonly SaturatedIntercepts? intercepts;
    private readonly int group;
    private readonly int[] positions;
    private readonly double[] start;
    private readonly double[] working;
    private readonly double[] beta;
    private readonly double[] structural;

    /// <summary>The group of this number, counted from 1.</summary>
    public GroupRefit(FitResult fit, CompiledGroup shared, EffectEvaluator effects, int group)
    {
        var model = shared.Model;
        (this.effects, this.group) = (effects, group);
        fitter = new CovarianceFitter(model, shared.Units, shared.Map);
        lanes = shared.Lanes is { } from ? new LaneFitter(from) : null;
        intercepts = model.Means == MeanTreatment.Saturated ? new SaturatedIntercepts(fit.Table, group) : null;
        (positions, start, working) = (model.Positions, CompiledRefit.Start(fit, model), new double[model.FreeCount]);
        (beta, structural) = (new double[model.VariableCount * model.VariableCount], new double[model.VariableCount * model.VariableCount]);
    }

    /// <summary>The discrepancy of the last fit that was made or taken.</summary>
    public double Discrepancy => fitter.Discrepancy;

    /// <summary>Fits a sample.</summary>
    public FitStatus Fit(ReplicateSample sample) => fitter.Fit(sample.Fitted, start);

    /// <summary>Gives a lane a sample to fit; false when its covariance matrix is not positive definite.</summary>
    public bool TryLoad(int lane, ReplicateSample sample) => lanes!.TryLoad(lane, sample.Fitted);

    /// <summary>True while a lane has not come to its end.</summary>
    public bool IsAtWork(int lane) => lanes!.Phase(lane) is not (LanePhase.Idle or LanePhase.Done or LanePhase.GivenUp);

    /// <summary>Brings every lane that is at work a step ahead.</summary>
    public void Advance()
    {
        for (var lane = 0; lane < LaneKernels.Count; lane++)
        {
            if (!IsAtWork(lane))
                continue;
            lanes!.Advance();
            return;
        }
    }

    /// <summary>Makes a lane idle.</summary>
    public void Release(int lane) => lanes!.Release(lane);

    /// <summary>Takes the estimates of a lane that came to its end with this sample. That there are none is for the other fitter to say.</summary>
    public FitStatus Take(int lane, ReplicateSample sample)
    {
        lanes!.CopyValues(lane, working);
        var status = lanes.Phase(lane) == LanePhase.Done ? fitter.Conclude(sample.Fitted, working, lanes.Discrepancy(lane)) : FitStatus.NoDescent;
        return status.HasConverged() ? status : Fit(sample);
    }

    /// <summary>Writes the estimates of the last fit and the group's effects.</summary>
    public void Write(ReplicateSample sample, EstimateSpans target)
    {
        var values = fitter.Values;
        for (var j = 0; j < values.Length; j++)
            target.Values[positions[j]] = values[j];
        fitter.CopyStructure(beta, structural);
        intercepts?.Write(beta, sample.Means, target.Values);
        effects.Evaluate(group, beta, structural, target.Effects, target.Standardized);
    }
}
