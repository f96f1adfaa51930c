using Pathwise.Sem.Implied;
using Pathwise.Sem.Moments;

namespace Pathwise.Sem.Estimation;

/// <summary>
/// Looks for the minimum from one start after another, always the same ones: a search can end where it finds no way down, where the
/// parameters can no longer be told apart though elsewhere they can, or on the wrong side of a singular I - B.
/// </summary>
internal sealed class Search(
    Objective objective,
    ConstraintSet constraints,
    ModelStructure structure,
    IReadOnlyList<SampleMoments> cases,
    IReadOnlyList<SampleMoments> samples,
    EstimationOptions options,
    FitResult? original = null)
{
    // Tried in turn when the starting values, the table's or random ones, do not lead to a minimum.
    private static readonly int[] FallbackSeeds = [1, 2, 3, 4, 5];

    private const int StartsWithinBounds = 20;

    // Keeps the further starts of one seed from being the first of another.
    private const int Spread = 1_000_003;

    // By how much another minimum must be lower to be another one.
    private const double Gain = 1e-7;

    private readonly List<SearchAttempt> attempts = [];
    private bool? isUndeterminedAnywhere;
    private readonly double[] units = StartingValues.Units(structure, samples);

    /// <summary>The lowest minimum found, those at which the parameters are determined first, and all ends in the order of the starts.</summary>
    public (SearchAttempt Best, IReadOnlyList<SearchAttempt> Attempts) Run()
    {
        var start = FirstStart();
        if (original is not null && Approach(start) is { } end)
            return (end, [end]);
        var best = Near(start) is { } near && Try(near, null, isNear: true) is { IsMinimum: true } found ? found : Try(start, null);
        if (options.StartingValues is not null)
            return (constraints.Box is null || best.End.Termination.HasConverged ? best : Try(StartingValues.Of(structure, samples), best), attempts);
        if (!best.IsMinimum && !(best.End.Termination.HasConverged && IsUndeterminedAnywhere()))
            best = FromRandomStarts(FromUnitVariances(best));
        else if (IsAtBound(best))
            best = FromOthersWithinBounds(best);
        return (FromBeyond(best), attempts);
    }

    // From the estimates of the sample that this one was drawn from, with what is known of the curvature there.
    private SearchAttempt? Approach(double[] start)
    {
        if (structure.Responses is not null || !cases.Any(sample => sample.HasMissing) || constraints.NonlinearCount + constraints.InequalityCount > 0 || constraints.Box is not null || original!.Metric is not { } metric)
            return null;
        if (new QuasiNewton(objective, metric).Run(constraints.Project(start)) is not { } near)
            return null;
        var end = Minimum.Find(objective, constraints, near, options.MaximumIterations, isNear: true);
        return end.Termination.HasConverged ? new(end, null) : null;
    }

    // The minimum of the same model with its factors scaled otherwise, where it exists in this one.
    private SearchAttempt FromUnitVariances(SearchAttempt best)
    {
        if (UnitVariances.Of(structure.Table, constraints) is not { } rescaled)
            return best;
        var (other, none, layout) = rescaled.Prepare(cases, samples, options);
        var end = Minimum.Find(other, none, StartingValues.Of(layout, samples), options.MaximumIterations, progress: options.Progress);
        return end.Termination.HasConverged && rescaled.Back(end.Free) is { } start ? Try(start, best) : best;
    }

    private SearchAttempt FromRandomStarts(SearchAttempt best)
    {
        if (best.IsMinimum && attempts.Count > 1)
            return best;
        var hadConverged = best.End.Termination.HasConverged;
        foreach (var seed in FallbackSeeds)
        {
            best = Try(StartingValues.Random(structure, samples, Seed(seed)), best);
            if (best.IsMinimum && !hadConverged)
                break;
        }

        return best;
    }

    // Where bounds hold a minimum, there is often another one at other bounds.
    private bool IsAtBound(SearchAttempt attempt) => constraints.Box is { } box && attempt.End.Termination.HasConverged && attempt.End.Free.Index().Any(each => box.Side(each.Index, each.Item) != 0);

    private SearchAttempt FromOthersWithinBounds(SearchAttempt best)
    {
        for (var seed = 1; seed <= StartsWithinBounds; seed++)
            best = Try(StartingValues.Random(structure, samples, Seed(seed)), best);
        return best;
    }

    private SearchAttempt FromBeyond(SearchAttempt best)
    {
        if (structure.FreeCount == 0 || best.End.Value < Gain || !structure.Groups.Any(cells => cells.Any(cell => cell.Matrix == ModelMatrix.Beta)))
            return best;
        var usual = StartingValues.Of(structure, samples);
        var loops = new FeedbackLoops(structure, usual);
        for (var k = 0; k < FeedbackLoops.StartCount && !loops.AreAbsent; k++)
            best = Try(loops.Beyond(usual, k), best);
        return best;
    }

    // With missing values, the estimates from the saturated moments as if they were those of complete cases: a cheap point near the minimum.
    private double[]? Near(double[] start)
    {
        if (options.Missing != MissingData.Fiml || options.StartingValues is not null || !cases.Any(sample => sample.HasMissing))
            return null;
        var complete = Discrepancies.Build(structure, samples, samples, options with { Missing = MissingData.Listwise });
        return Minimum.Approximate(complete, constraints, start);
    }

    private SearchAttempt Try(double[] start, SearchAttempt? best, bool isNear = false)
    {
        var end = Minimum.Find(objective, constraints, start, options.MaximumIterations, isNear, options.Progress);
        var attempt = new SearchAttempt(end, end.Termination.HasConverged && options.StartingValues is null ? DeterminationAt(end) : null);
        attempts.Add(attempt);
        return best is null || IsBetter(attempt, best) ? attempt : best;
    }

    private static bool IsBetter(SearchAttempt other, SearchAttempt best)
    {
        if (best.IsMinimum)
            return other.IsMinimum && other.End.Value < best.End.Value - (Gain * (1 + Math.Abs(best.End.Value)));
        if (best.End.Termination.HasConverged)
            return other.IsMinimum && other.End.Value <= best.End.Value + Gain;
        return other.End.Termination.HasConverged || !(other.End.Value >= best.End.Value);
    }

    // A parameter that is determined elsewhere is at a boundary where the information about it alone vanishes.
    private Determination DeterminationAt(Minimum end)
    {
        var found = Identification.At(objective, constraints, end, units);
        return found.Undetermined.Count > 0 && found.Undetermined.All(found.Vanishing.Contains) && !IsUndeterminedAnywhere()
            ? found with { Undetermined = new HashSet<int>() }
            : found;
    }

    // A model that is not identified is so at almost every point.
    private bool IsUndeterminedAnywhere() => isUndeterminedAnywhere ??= Identification
        .At(objective, constraints, new(constraints.Project(StartingValues.Generic(structure, samples)), 0, [], new(StopReason.NoStart, 0, 0)), units)
        .Undetermined.Count > 0;

    private int Seed(int seed) => unchecked(((options.RandomStartSeed ?? 0) * Spread) + seed);

    private double[] FirstStart()
    {
        if (options.StartingValues is { } given)
        {
            return given.Count == structure.FreeCount
                ? [.. given]
                : throw new InputException($"The model has {structure.FreeCount} free parameters and {given.Count} starting values were given.");
        }

        return options.RandomStartSeed is { } seed
            ? StartingValues.Random(structure, samples, seed)
            : StartingValues.Of(structure, samples);
    }
}

/// <summary>Where the search from one start ended, and what the data determine there; null where that was not asked.</summary>
internal sealed record SearchAttempt(Minimum End, Determination? Determination)
{
    /// <summary>True for a minimum at which the data tell the parameters apart.</summary>
    public bool IsMinimum => Determination is { Undetermined.Count: 0 };
}
