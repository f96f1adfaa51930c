using MathNet.Numerics.LinearAlgebra;
using Pathwise.Multiverse.Plans;
using Pathwise.Sem.Effects;
using Pathwise.Sem.Estimation;
using Pathwise.Sem.Moments;
using Pathwise.Sem.Resampling;

namespace Pathwise.Multiverse.Runs;

/// <summary>
/// The bootstrap of a universe over the resamples that all universes share. What depends on the sample (which cases and items are left out, scores) is
/// worked out anew in each resample.
/// </summary>
/// <param name="fitting">Makes fits.</param>
/// <param name="pool">Positions in the data of the cases that any universe can use.</param>
/// <param name="options">How many resamples, and their seed.</param>
internal sealed class SharedBootstrap(UniverseFitting fitting, int[] pool, BootstrapOptions options)
{
    /// <summary>Draws and fits the resamples.</summary>
    /// <param name="universe">A universe with estimates.</param>
    /// <param name="hasJackknife">Whether the samples without one case each are fitted, too, for BCa intervals; their rules are those of the sample.</param>
    /// <param name="isBounded">Whether resamples without a proper solution are fitted once more within bounds.</param>
    public BootstrapResult Draw(FittedUniverse universe, bool hasJackknife, bool isBounded)
    {
        var fit = universe.Fit!;
        var catalogue = Catalogue(fit);
        var table = new ReplicateTable(options.Replicates, catalogue);
        if (universe.Setting.DropBelow is null)
            Fill(universe, catalogue, OpenRows.Of(table));
        else
            new ItemsAnew(this, fitting, universe, catalogue, table).Fill(options);
        var jackknife = hasJackknife && !IsScoredAnew(universe) ? Jackknife(fit, catalogue) : null;
        return new(fit, options with { HasJackknife = jackknife is not null }, catalogue, new(table, null, jackknife) { Bounded = isBounded ? Bounded(universe, table, catalogue) : null }, ReplicateTable.Of(fit, catalogue));
    }

    /// <summary>Draws and fits those resamples of a universe, with its items and cases, whose rows are open.</summary>
    public void Fill(FittedUniverse universe, EffectCatalogue catalogue, OpenRows rows)
    {
        if (universe.Setting.Measurement == MeasurementStrategy.SingleIndicator)
        {
            new ScoresAnew(universe, Scores(universe), catalogue).Fill(rows, options.Seed);
            return;
        }

        SampleSource[] sources = IsScoredAnew(universe) ? [Scores(universe)] : Sources(universe);
        foreach (var _ in Worker(universe.Fit!, catalogue, sources, !universe.Rows.DependsOnSample && !IsScoredAnew(universe)).DrawAll(rows, options.Seed))
        {
            // Each row is in its table.
        }
    }

    /// <summary>The effects of a fit, in the order in which its resamples have them.</summary>
    public static EffectCatalogue Catalogue(FitResult fit) => Bootstrapping.Catalogue(fit, CompiledPath.TryCompile(fit, out _));

    // Compiled code for ordered variables asks for sources that draw from the cases of the fit itself.
    private static ReplicateWorker Worker(FitResult fit, EffectCatalogue catalogue, SampleSource[] sources, bool areCasesOfFit)
    {
        var repeated = CompiledPath.LeavingBounds(fit);
        if (CompiledFit.Of(repeated) is { } model)
            return new CompiledRefit(fit, model, catalogue, sources);
        if (CompiledGroups.TryCompile(repeated, out _) is not { } groups || (groups.IsOrdered && !areCasesOfFit))
            return new FullRefit(fit, catalogue, sources);
        return groups.IsOrdered ? new OrderedRefit(fit, groups, catalogue, sources) : new GroupedRefit(fit, groups, catalogue, sources);
    }

    private ReplicateTable Bounded(FittedUniverse universe, ReplicateTable first, EffectCatalogue catalogue)
    {
        var table = new ReplicateTable(first.Count, catalogue);
        var open = Enumerable.Range(0, first.Count).Where(row => BoundedReplicates.IsToBeFitted(first, table, row));
        BoundedReplicates.FitAll(universe.Fit!, catalogue, Sources(universe), new(table, open), options.Seed);
        return table;
    }

    private static ReplicateTable Jackknife(FitResult fit, EffectCatalogue catalogue)
    {
        var table = new ReplicateTable(fit.CaseCount, catalogue);
        var sources = fit.Sample.Select((_, g) => SampleSources.Of(fit, ResamplingKind.Nonparametric, g + 1)).ToArray();
        foreach (var _ in Worker(fit, catalogue, sources, true).LeaveOutAll(OpenRows.Of(table)))
        {
            // Each row is in its table.
        }

        return table;
    }

    private static bool IsScoredAnew(FittedUniverse universe) =>
        universe.Setting.Measurement is MeasurementStrategy.FactorScores or MeasurementStrategy.Croon or MeasurementStrategy.SingleIndicator;

    // Scores are made of the complete cases of the items of each resample.
    private ScoreSource Scores(FittedUniverse universe)
    {
        var names = universe.Whole.ObservedVariables;
        var (cases, positions) = Scored.Complete(fitting.Candidates(universe), names);
        var sample = SampleMoments.OfCases(names, Matrix<double>.Build.DenseOfRowArrays(cases), Divisor.Count);
        var draw = new PoolDraw(pool, universe.Rows, fitting.Data.Raw.Count);
        var items = Source(draw, 0, [.. cases.SelectMany(row => row)], [.. positions.Select(i => universe.Rows.Candidates[i])], universe.Fit!.Sample[0].Divisor);
        return new(items, new ConceptScores(universe.Setting.Measurement, universe.Scores!, names, universe.Fit.Table.ObservedVariables, sample.Covariance, sample.Count));
    }

    private SampleSource[] Sources(FittedUniverse universe)
    {
        var fit = universe.Fit!;
        var draw = new PoolDraw(pool, universe.Rows, fitting.Data.Raw.Count);
        return [.. Samples(universe).Select((sample, g) => Source(draw, g, sample.Cases, sample.Positions, fit.Sample[g].Divisor))];
    }

    private static PoolSource Source(PoolDraw draw, int g, double[] cases, int[] positions, Divisor divisor) => new(draw, g == 0, cases, positions, divisor == Divisor.Count ? 0 : 1);

    // The cases that any resample may use, of each group, and where they stand in the data.
    private IEnumerable<(double[] Cases, int[] Positions)> Samples(FittedUniverse universe)
    {
        var fit = universe.Fit!;
        if (!universe.Rows.DependsOnSample)
            return fit.Sample.Select(sample => (sample.Drawn.Cases!.ToRowMajorArray(), sample.Origin!.Positions.Select(i => universe.Rows.Kept[i]).ToArray()));
        var table = fitting.Candidates(universe);
        if (universe.Scores is { } scores)
            table = Scored.WithSums(table, scores, universe.Setting.Measurement);
        var samples = SampleReading.Groups(table, [.. fit.Table.ObservedVariables.Union(fit.Options.Auxiliary)], universe.Setting.Settings.Group).Samples;
        return fit.Sample.Select(own =>
        {
            var all = SamplePreparation.Of(samples.First(sample => sample.Group == own.Group), fit.Table, fit.Options);
            return (all.Cases!.ToRowMajorArray(), all.Origin!.Positions.Select(i => universe.Rows.Candidates[i]).ToArray());
        });
    }
}
