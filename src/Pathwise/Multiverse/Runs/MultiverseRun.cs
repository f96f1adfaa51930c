using Pathwise.Multiverse.Plans;
using Pathwise.Multiverse.Universes;
using Pathwise.Parallel;
using Pathwise.Sem.Intervals;
using Pathwise.Sem.Resampling;

namespace Pathwise.Multiverse.Runs;

/// <summary>Runs all universes of a plan.</summary>
public static class MultiverseRun
{
    /// <summary>
    /// Runs all universes of a plan in memory. Whatever becomes of a universe is an outcome in the result; the result depends on plan, data, number of resamples and seed
    /// alone.
    /// </summary>
    /// <exception cref="InputException">The plan asks for what the data do not have.</exception>
    /// <exception cref="OperationCanceledException">Cancellation was asked for.</exception>
    public static MultiverseResult Run(this MultiversePlan plan, MultiverseOptions? options = null, IProgress<BootstrapProgress>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(plan);
        var prepared = PreparedMultiverse.Of(plan, options ?? new());
        var (rows, draws) = (new UniverseRow[prepared.Universes.Count], new double[prepared.Universes.Count][]);
        var next = 0;
        Each(prepared, 0, prepared.Fits.Count, 0, progress, (_, found) =>
        {
            foreach (var row in found.Rows)
                (rows[next], draws[next++]) = (row, found.Draws ?? []);
        }, cancellation);
        return new(plan, rows, prepared.Options.Replicates > 0 ? draws : null, prepared.Options.Replicates, prepared.Options.Seed);
    }

    /// <summary>Runs fits and hands on what each came to, in their order.</summary>
    /// <param name="prepared">The plan on its data.</param>
    /// <param name="first">The first fit, counted from 0.</param>
    /// <param name="count">How many.</param>
    /// <param name="done">How many before were done by an earlier run, for the progress.</param>
    /// <param name="progress">What is told of universes done.</param>
    /// <param name="take">Takes what a fit came to.</param>
    /// <param name="cancellation">Stops the work.</param>
    internal static void Each(PreparedMultiverse prepared, int first, int count, int done, IProgress<BootstrapProgress>? progress, Action<int, FitOutcome> take, CancellationToken cancellation)
    {
        var total = prepared.Fits.Skip(first - done).Take(done + count).Sum(fit => fit.Count);
        var before = prepared.Fits.Skip(first - done).Take(done).Sum(fit => fit.Count);
        var steps = new Steps(reached => progress?.Report(new(reached, total) { What = "universes" }), before, total, 1);
        var inOrder = new InOrder<(int Fit, FitOutcome Found)>(each => take(each.Fit, each.Found));
        Pieces.Each(count, prepared.Options.Threads, () => 0, (_, piece) =>
        {
            var found = Outcome(prepared, prepared.Fits[first + piece]);
            inOrder.Add(piece, (first + piece, found));
            for (var i = 0; i < found.Rows.Count; i++)
                steps.Add();
        }, _ => { }, cancellation);
    }

    /// <summary>What the universes that share a fit come to.</summary>
    internal static FitOutcome Outcome(PreparedMultiverse prepared, IReadOnlyList<Universe> universes)
    {
        var fitted = prepared.Fitting.Fit(universes[0].Setting);
        var bootstrap = fitted.Fit is null || prepared.Options.Replicates == 0
            ? null
            : new SharedBootstrap(prepared.Fitting, prepared.Pool, prepared.Options.Bootstrap).Draw(fitted, universes.Any(universe => universe.Setting.Interval == IntervalKind.BcA), universes.Any(universe => universe.Setting.Improper == ImproperRule.Bounded));
        var inference = new UniverseInference(prepared.Plan, fitted, bootstrap, universes);
        var draws = bootstrap is not null && HasDraws(universes) ? inference.Draws(universes[0].Setting) : null;
        return new([.. universes.Select(inference.Row)], draws);
    }

    /// <summary>Whether the draws of a fit are kept: where one of its universes is of type E.</summary>
    internal static bool HasDraws(IReadOnlyList<Universe> universes) => universes.Any(universe => universe.Type == DecisionType.Equivalent);
}

/// <summary>What the universes that share a fit came to.</summary>
/// <param name="Rows">Their rows, in order.</param>
/// <param name="Draws">The standardized effects of the claims in each resample; null where none are kept.</param>
internal sealed record FitOutcome(IReadOnlyList<UniverseRow> Rows, double[]? Draws);
