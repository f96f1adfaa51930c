namespace Pathwise.Synthesis;

/// <summary>
/// Moves a sheet so that the printed bootstrap bounds become typical of it: batches of changed answers that bring quantiles of
/// the resampled effects towards the printed bounds, with a loose hold on the exact targets.
/// </summary>
internal sealed class BoundPolish(SynthesisPlan plan, Workers workers)
{
    private const int LargestBatch = 40;
    private const double Looseness = 6;

    /// <summary>One round with the resamples of <paramref name="seed"/>; returns the loss of the bounds at its end.</summary>
    public double Run(AnswerSheet sheet, long seed, int resamples, int batches)
    {
        var bootstrap = new ResampledEffects(plan, seed, resamples);
        var state = State.Read(plan, workers, sheet, null, bootstrap);
        for (var batch = 0; state is not null && batch < batches; batch++)
        {
            workers.Stop.ThrowIfCancellationRequested();
            var next = Improve(sheet, state.Thetas, bootstrap, state);
            if (next is null)
                break;
            state = next;
        }

        return state?.BoundLoss ?? double.PositiveInfinity;
    }

    private State? Improve(AnswerSheet sheet, double[][]? starts, ResampledEffects bootstrap, State state)
    {
        var effects = Effects(sheet, starts, bootstrap, state);
        Aim[] aims = [.. BatchRepair.Aims(plan, effects, sheet, Looseness), .. state.Bounds.Aims];
        double[] values = [.. state.Exact, .. state.Bounds.Values];
        var loss = Aim.Loss(aims, values);
        var moves = GreedyBatch.Choose(sheet, effects, values, aims, LargestBatch);
        while (moves.Count > 3)
        {
            sheet.Make(moves);
            var next = State.Read(plan, workers, sheet, starts, bootstrap);
            if (next is not null && Aim.Loss(aims, [.. next.Exact, .. next.Bounds.Values]) < loss)
                return next;
            sheet.Make(moves.Select(move => move.Back));
            moves.RemoveRange(moves.Count / 2, moves.Count - (moves.Count / 2));
        }

        return null;
    }

    private MoveEffects Effects(AnswerSheet sheet, double[][]? starts, ResampledEffects bootstrap, State state)
    {
        var exact = plan.Statistics.Count;
        var effects = new MoveEffects(sheet.Respondents, sheet.Items, exact + state.Bounds.Count);
        var centre = workers.Rent();
        centre.Fit(sheet, starts);
        new SheetGradient(plan, workers).AddTo(effects, sheet, centre);
        workers.Return(centre);

        var weights = state.Bounds.Weights.GroupBy(weight => weight.Resample).OrderBy(group => group.Key).ToArray();
        var gradients = new double[]?[]?[weights.Length];
        var means = new double[weights.Length][];
        workers.Run(weights.Length, (reading, i) =>
        {
            var resample = weights[i].Key;
            ResampledEffects.Moments(sheet, bootstrap.Times(resample), reading.Covariance, reading.Means);
            var wanted = new bool[bootstrap.Pairs.Length];
            foreach (var weight in weights[i])
                wanted[weight.Pair] = true;
            if (bootstrap.Thetas[resample] is { } theta && reading.FitModel(theta))
                gradients[i] = EffectGradient.Of(reading, bootstrap.Pairs, wanted);
            means[i] = (double[])reading.Means.Clone();
        });

        for (var i = 0; i < weights.Length; i++)
        {
            if (gradients[i] is not { } found)
                continue;
            foreach (var weight in weights[i])
                effects.Add(exact + weight.Quantity, found[weight.Pair]!, sheet, means[i], bootstrap.Times(weights[i].Key), weight.Weight);
        }

        return effects;
    }

    private sealed record State(double[] Exact, BoundAims Bounds, double[][] Thetas)
    {
        public double BoundLoss => Aim.Loss(Bounds.Aims, Bounds.Values);

        public static State? Read(
            SynthesisPlan plan, Workers workers, AnswerSheet sheet, double[][]? starts, ResampledEffects bootstrap)
        {
            var reading = workers.Rent();
            if (!reading.Fit(sheet, starts))
            {
                workers.Return(reading);
                return null;
            }

            var exact = reading.Values();
            double[][] thetas = [.. reading.Thetas.Select(theta => (double[])theta.Clone())];
            workers.Return(reading);
            return bootstrap.Aims(sheet, workers) is { } bounds ? new State(exact, bounds, thetas) : null;
        }
    }
}
