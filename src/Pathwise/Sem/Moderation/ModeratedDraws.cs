using Pathwise.Sem.Compiled;
using Pathwise.Sem.Intervals;
using Pathwise.Sem.Resampling;

namespace Pathwise.Sem.Moderation;

/// <summary>Samples of a fit, or parameters drawn for it, each with its moderators as they lie there. Quantities are computed from them without any fit.</summary>
internal sealed class ModeratedDraws
{
    private readonly ReplicateTable table;
    private readonly int[] rows;
    private readonly ModeratorSetting[] settings;

    private ModeratedDraws(ReplicateTable table, int[] rows, ModeratorSetting[] settings) => (this.table, this.rows, this.settings) = (table, rows, settings);

    /// <summary>The sample itself.</summary>
    public static ModeratedDraws OfSample(ReplicateTable original, ModeratorSample sample) => new(original, [0], [sample.Whole(original.Values(0))]);

    /// <summary>The replicates of a bootstrap that are used.</summary>
    public static ModeratedDraws Of(BootstrapResult bootstrap, ModeratorSample sample) =>
        new(bootstrap.First, [.. bootstrap.UsedReplicates], [.. bootstrap.UsedReplicates.Select(i => sample.Drawn(bootstrap.Seed, i, bootstrap.First.Values(i)))]);

    /// <summary>The sample without each case in turn; null where these were not fitted, or not all.</summary>
    public static ModeratedDraws? OfJackknife(BootstrapResult? bootstrap, ModeratorSample sample)
    {
        if (bootstrap?.Jackknife is not { } jackknife || !Enumerable.Range(0, jackknife.Count).All(jackknife.IsDone))
            return null;
        int[] rows = [.. Enumerable.Range(0, jackknife.Count).Where(i => jackknife.Status(i).HasConverged())];
        return new(jackknife, rows, Array.ConvertAll(rows, i => sample.LeftOut(i, jackknife.Values(i))));
    }

    /// <summary>Parameters drawn from their normal distribution; observed moderators lie as in the sample.</summary>
    public static ModeratedDraws Of(MonteCarloEffects drawn, ModeratorSample sample)
    {
        int[] rows = [.. Enumerable.Range(0, drawn.Table.Count)];
        return new(drawn.Table, rows, Array.ConvertAll(rows, i => sample.Whole(drawn.Table.Values(i))));
    }

    /// <summary>How many there are.</summary>
    public int Count => rows.Length;

    /// <summary>Where the moderators lie in one of them.</summary>
    public ModeratorSetting Setting(int draw) => settings[draw];

    /// <summary>A quantity in one of them, counted from 0; NaN where it does not exist.</summary>
    public double Value(int draw, ModeratedQuantity quantity, bool isStandardized)
    {
        // Standard deviations of cause by outcome, as the total effect of the pair has them.
        double Ratio(int total) => table.Effect(rows[draw], total, true) / table.Effect(rows[draw], total, false);
        return quantity.Value(table.Values(rows[draw]), settings[draw], isStandardized ? Ratio : null);
    }

    /// <summary>A quantity in all of them where it exists.</summary>
    public double[] Values(ModeratedQuantity quantity, bool isStandardized)
    {
        var values = new double[Count];
        var count = 0;
        for (var i = 0; i < values.Length; i++)
        {
            if (Value(i, quantity, isStandardized) is var value && double.IsFinite(value))
                values[count++] = value;
        }

        return values[..count];
    }
}
