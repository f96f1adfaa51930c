using Pathwise.Sem.Compiled;
using Pathwise.Sem.Effects;
using Pathwise.Sem.Estimation;

namespace Pathwise.Sem.Resampling;

/// <summary>Replicates without a proper solution, drawn again as they were and fitted within standard bounds, each sample's its own.</summary>
internal static class BoundedReplicates
{
    /// <summary>Refuses fits whose replicates are not fitted again within bounds.</summary>
    /// <exception cref="InputException">See above.</exception>
    public static void Check(FitResult fit)
    {
        if (fit.EarlierStep is not null)
            throw new InputException("Improper samples are not fitted within bounds in two steps; expected --improper keep, drop or redraw.");
        if (fit.Options.Bounds != BoundsKind.None)
            throw new InputException($"The model itself is fitted within bounds ({fit.Options.Bounds.Text()}), and so is each sample; expected --improper keep, drop or redraw, or no --bounds.");
        if (fit.Options.BiasReduction != BiasReduction.None)
            throw new InputException("Reduced-bias estimation does not go with bounds; expected --improper keep, drop or redraw.");
        BoundsRequirements.Check(fit.Table, fit.Options with { Bounds = BoundsKind.Standard });
    }

    /// <summary>True for a row that was drawn, whose search or solution was at fault, and that is not fitted within bounds yet.</summary>
    public static bool IsToBeFitted(ReplicateTable first, ReplicateTable bounded, int row) => first.IsDone(row) && first.Status(row).IsOfSearch() && !bounded.IsDone(row);

    /// <summary>Draws and fits the open rows, each from its own stream.</summary>
    public static void FitAll(FitResult fit, EffectCatalogue catalogue, SampleSource[] sources, OpenRows rows, long seed)
    {
        if (rows.Count == 0)
            return;
        foreach (var _ in new FullRefit(fit.Within(BoundsKind.Standard), catalogue, sources).DrawAll(rows, seed))
        {
            // Each row is in its table.
        }
    }
}
