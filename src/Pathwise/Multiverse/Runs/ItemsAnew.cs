using Pathwise.Multiverse.Universes;
using Pathwise.Sem.Compiled;
using Pathwise.Sem.Effects;
using Pathwise.Sem.Resampling;
using Pathwise.Sem.Specification;

namespace Pathwise.Multiverse.Runs;

/// <summary>
/// Fills the resamples of a universe whose weak items are taken out: in each, the model with all items says which they are, and the model without
/// them is fitted to the same resample. Resamples with the same items are fitted together.
/// </summary>
internal sealed class ItemsAnew(SharedBootstrap bootstrap, UniverseFitting fitting, FittedUniverse universe, EffectCatalogue catalogue, ReplicateTable target)
{
    /// <summary>Fills all rows.</summary>
    public void Fill(BootstrapOptions options)
    {
        var setting = universe.Setting;
        var whole = fitting.Fit(universe with { Model = fitting.Model(setting.Model) });
        var own = SharedBootstrap.Catalogue(whole.Fit!);
        var all = new ReplicateTable(options.Replicates, own);
        bootstrap.Fill(whole, own, OpenRows.Of(all));
        var sets = new Dictionary<string, List<int>>();
        for (var row = 0; row < all.Count; row++)
        {
            if (all.Status(row).HasConverged())
                Add(sets, string.Join('\n', WeakItems.Of(whole.Fit!, all.Values(row).ToArray(), setting.DropBelow!.Value)), row);
            else
                target.Finish(row, all.Status(row), 0);
        }

        foreach (var (items, rows) in sets)
            Fill(whole, items.Split('\n', StringSplitOptions.RemoveEmptyEntries), rows);
    }

    private static void Add(Dictionary<string, List<int>> sets, string items, int row)
    {
        if (!sets.TryGetValue(items, out var rows))
            sets.Add(items, rows = []);
        rows.Add(row);
    }

    // A set that leaves too few items, or with which the sample itself has no fit to start from, gives no estimates.
    private void Fill(FittedUniverse whole, IReadOnlyList<string> items, List<int> rows)
    {
        var variant = WeakItems.Short(whole.Fit!.Table, items) is null
            ? fitting.Fit(universe with { Model = fitting.Model(ModelEdits.Drop(universe.Setting.Model, [.. items])) })
            : null;
        if (variant?.Fit is not { } fit)
        {
            rows.ForEach(row => target.Finish(row, FitStatus.NoStart, 0));
            return;
        }

        var own = SharedBootstrap.Catalogue(fit);
        var found = new ReplicateTable(target.Count, own);
        bootstrap.Fill(variant, own, new OpenRows(found, rows));
        var (places, effects) = (Places(fit.Table), Effects(own));
        rows.ForEach(row => Copy(found, row, places, effects));
    }

    // For each free parameter of the universe's own model that of the other, or -1.
    private int[] Places(ParameterTable other) =>
    [
        .. from row in universe.Fit!.Table.Rows
           where row.IsFree
           group row by row.Free into free
           orderby free.Key
           let same = other.Rows.FirstOrDefault(each => each.IsFree && (each.Lhs, each.Operator, each.Rhs, each.Group) == (free.First().Lhs, free.First().Operator, free.First().Rhs, free.First().Group))
           select same is null ? -1 : same.Free - 1,
    ];

    private int[] Effects(EffectCatalogue own) => [.. catalogue.Effects.Select(effect => own.Effects.ToList().IndexOf(effect))];

    private void Copy(ReplicateTable found, int row, int[] places, int[] effects)
    {
        if (found.Status(row).HasConverged())
        {
            var from = found.Row(row);
            var to = target.Row(row);
            for (var j = 0; j < places.Length; j++)
                to.Values[j] = places[j] < 0 ? double.NaN : from.Values[places[j]];
            for (var k = 0; k < effects.Length; k++)
            {
                to.Effects[k] = effects[k] < 0 ? double.NaN : found.Effect(row, effects[k], false);
                to.Standardized[k] = effects[k] < 0 ? double.NaN : found.Effect(row, effects[k], true);
            }

            if (from.Arguments.Length == to.Arguments.Length)
                from.Arguments.CopyTo(to.Arguments);
        }

        target.Finish(row, found.Status(row), found.Discrepancy(row));
    }
}
