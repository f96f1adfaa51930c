using System.Runtime.Intrinsics;
using Pathwise.Numerics;
using Lanes = System.Runtime.Intrinsics.Vector256<double>;

namespace Pathwise.Sem.Compiled.FourAtOnce;

/// <summary>
/// Fits four samples at once as <see cref="CovarianceFitter"/> fits one, each in a lane of its own that takes up the next sample when
/// it is done. It begins with a step of Fisher scoring. A lane that has not converged after some steps gives up, and its sample is the
/// other fitter's. What a lane computes depends on its own sample alone. One worker's.
/// </summary>
internal sealed unsafe class LaneFitter
{
    /// <summary>With more numbers than this in a Hessian four copies of it leave the caches of a core.</summary>
    private const int LargestHessian = 1 << 14;

    /// <summary>Most fits need four to six steps; those that need very many have no minimum, as a rule.</summary>
    private const int MaximumIterations = 30;

    private readonly LaneEvaluation evaluation;
    private readonly PinnedNumbers scratch;
    private readonly int[] order;
    private readonly int p;
    private readonly int t;
    private readonly double[] start;
    private readonly Lanes* values;
    private readonly Lanes* trial;
    private readonly Lanes* gradient;
    private readonly Lanes* step;
    private readonly Lanes* solution;
    private readonly Lanes* curvature;
    private readonly double* root;
    private readonly double* diagonal;
    private readonly double* first;
    private readonly FirstStep? firstStep;
    private readonly LaneState[] states = new LaneState[LaneKernels.Count];

    /// <summary>A fitter of the working model from values of it.</summary>
    public LaneFitter(LaneStart shared)
    {
        var (working, map) = (shared.Working, shared.Map);
        (evaluation, order, p, t) = (new LaneEvaluation(working, map), map.Order, working.ObservedCount, working.FreeCount);
        (start, firstStep) = (shared.Values.ToArray(), shared.Step);
        var (row, rowOfP) = (evaluation.RowOfParameters, PaddedKernels.Stride(p));
        scratch = new PinnedNumbers((LaneKernels.Count * row * (t + 7)) + (rowOfP * (p + 1)) + row + 8);
        Lanes* Take(int count) => (Lanes*)scratch.Take(LaneKernels.Count * count);
        values = Take(row);
        trial = Take(row);
        gradient = Take(row);
        step = Take(row);
        solution = Take(row);
        curvature = Take(row * (t + 1));
        root = scratch.Take(rowOfP * p);
        diagonal = scratch.Take(rowOfP);
        first = scratch.Take(row);
    }

    /// <summary>True for models of a size for which four fits at once are faster than one after the other.</summary>
    public static bool Suits(CovarianceModel model) => model.FreeCount * model.FreeCount <= LargestHessian;

    /// <summary>What a lane is doing.</summary>
    public LanePhase Phase(int lane) => states[lane].Phase;

    /// <summary>The discrepancy at a lane's estimates.</summary>
    public double Discrepancy(int lane) => states[lane].Discrepancy;

    /// <summary>Writes a lane's values, of the working model.</summary>
    public void CopyValues(int lane, Span<double> target)
    {
        for (var j = 0; j < t; j++)
            target[j] = ((double*)(values + j))[lane];
    }

    /// <summary>Makes a lane idle.</summary>
    public void Release(int lane) => states[lane].Phase = LanePhase.Idle;

    /// <summary>Gives a lane a p x p covariance matrix to fit; false when that is not positive definite.</summary>
    public bool TryLoad(int lane, ReadOnlySpan<double> covariance)
    {
        if (!TryLogDeterminant(covariance, out var logDeterminant))
            return false;
        evaluation.SetSample(lane, covariance, logDeterminant);
        for (var j = 0; j < t; j++)
            ((double*)(trial + j))[lane] = ((double*)(values + j))[lane] = start[j];
        states[lane] = new LaneState { Phase = LanePhase.Starting, IsScoring = true };
        if (firstStep is not null)
            TakeFirstStep(lane, firstStep.Take(covariance, first) - logDeterminant);
        return true;
    }

    /// <summary>Brings every lane that is at work a step ahead.</summary>
    public void Advance()
    {
        var isRegular = Vector256.ExtractMostSignificantBits(evaluation.Evaluate(trial));
        var isStepDue = false;
        for (var lane = 0; lane < LaneKernels.Count; lane++)
        {
            Judge(lane, (isRegular & (1u << lane)) != 0);
            isStepDue |= states[lane].Phase == LanePhase.Accepted;
        }

        if (isStepDue)
            Step();
    }

    // Without a decrement: the point only has to be lower than the start.
    private void TakeFirstStep(int lane, double discrepancy)
    {
        for (var j = 0; j < t; j++)
            ((double*)(step + j))[lane] = first[j];
        states[lane] = new LaneState { Phase = LanePhase.Stepping, IsScoring = true, Discrepancy = discrepancy, Length = 1 };
        Move(lane, 1);
    }

    /// <summary>Accepts a point, halves the step, tries the other kind of step, or gives up.</summary>
    private void Judge(int lane, bool isRegular)
    {
        ref var state = ref states[lane];
        if (state.Phase is not (LanePhase.Starting or LanePhase.Stepping))
            return;
        var discrepancy = evaluation.Discrepancy.GetElement(lane);
        if (isRegular && (state.Phase == LanePhase.Starting || state.IsLowEnough(discrepancy, p)))
            Accept(lane, ref state, discrepancy);
        else if (state.Phase == LanePhase.Stepping && state.TryHalve())
            Move(lane, state.Length);
        else
            TurnToScoring(lane, ref state);
    }

    /// <summary>Returns to the point accepted last, for a step of Fisher scoring, unless that was tried.</summary>
    private void TurnToScoring(int lane, ref LaneState state)
    {
        (state.Phase, state.IsScoring) = (state.IsScoring ? LanePhase.GivenUp : LanePhase.Starting, true);
        Move(lane, 0);
    }

    private void Accept(int lane, ref LaneState state, double discrepancy)
    {
        for (var j = 0; j < t; j++)
            ((double*)(values + j))[lane] = ((double*)(trial + j))[lane];
        (state.Iterations, state.IsScoring) = state.Phase == LanePhase.Stepping ? (state.Iterations + 1, false) : (state.Iterations, state.IsScoring);
        state.Discrepancy = discrepancy;
        state.Phase = state.Iterations < MaximumIterations ? LanePhase.Accepted : LanePhase.GivenUp;
    }

    /// <summary>Newton's step wherever a point was accepted.</summary>
    private void Step()
    {
        var row = evaluation.RowOfParameters;
        evaluation.Differentiate(gradient, Vector256.Create(Scores(0), Scores(1), Scores(2), Scores(3)).AsDouble());
        evaluation.Curvature(curvature);
        var isDefinite = Vector256.ExtractMostSignificantBits(LaneKernels.Factor(curvature, t, row));
        new Span<Lanes>(gradient, t).CopyTo(new Span<Lanes>(solution, t));
        LaneKernels.Solve(curvature, t, row, solution);
        var decrements = Lanes.Zero;
        for (var j = 0; j < t; j++)
            decrements += gradient[j] * solution[j];
        for (var lane = 0; lane < LaneKernels.Count; lane++)
        {
            if (states[lane].Phase == LanePhase.Accepted)
                Leave(lane, ref states[lane], (isDefinite & (1u << lane)) != 0, decrements.GetElement(lane));
        }
    }

    private long Scores(int lane) => states[lane].IsScoring ? -1 : 0;

    /// <summary>Sets out from an accepted point along its step. Other lanes may still be on theirs.</summary>
    private void Leave(int lane, ref LaneState state, bool isDefinite, double decrement)
    {
        if (!isDefinite || !double.IsFinite(decrement))
        {
            TurnToScoring(lane, ref state);
            return;
        }

        for (var j = 0; j < t; j++)
            ((double*)(step + j))[lane] = ((double*)(solution + j))[lane];
        Move(lane, 1);
        var isLast = state.IsLast(decrement);
        (state.Length, state.Decrement, state.Phase) = (1, decrement, LanePhase.Stepping);
        if (isLast)
            Conclude(lane, ref state);
    }

    // The last step costs nothing more: by it F falls by half of the decrement, what is left out being of its power 3/2.
    private void Conclude(int lane, ref LaneState state)
    {
        for (var j = 0; j < t; j++)
            ((double*)(values + j))[lane] = ((double*)(trial + j))[lane];
        (state.Discrepancy, state.Phase) = (state.Discrepancy - (0.5 * state.Decrement), LanePhase.Done);
    }

    private void Move(int lane, double length)
    {
        for (var j = 0; j < t; j++)
            ((double*)(trial + order[j]))[lane] = ((double*)(values + order[j]))[lane] - (length * ((double*)(step + j))[lane]);
    }

    private bool TryLogDeterminant(ReadOnlySpan<double> covariance, out double logDeterminant)
    {
        var row = PaddedKernels.Stride(p);
        for (var i = 0; i < p; i++)
            covariance.Slice(i * p, p).CopyTo(new Span<double>(root + (i * row), p));
        logDeterminant = 0;
        if (!PaddedKernels.TryFactorUpper(root, p, row, diagonal))
            return false;
        for (var i = 0; i < p; i++)
            logDeterminant += 2 * PortableMath.Log(root[(i * row) + i]);
        return true;
    }
}
