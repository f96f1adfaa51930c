using MathNet.Numerics.LinearAlgebra;
using Pathwise.Numerics;
using Pathwise.Sem.Compiled;
using Pathwise.Sem.Effects;
using Pathwise.Sem.Estimation;
using Pathwise.Sem.Moments;
using Pathwise.Sem.Resampling;
using Pathwise.Sem.Specification;

namespace Pathwise.Multiverse.Runs;

/// <summary>
/// Fills the resamples of a universe with single indicators, whose error variances are held at values of each resample: a model of its own for each.
/// </summary>
internal sealed class ScoresAnew(FittedUniverse universe, ScoreSource source, EffectCatalogue catalogue)
{
    /// <summary>Fills the rows that are open.</summary>
    public void Fill(OpenRows rows, long seed)
    {
        var fit = universe.Fit!;
        var names = fit.Table.ObservedVariables;
        var covariance = new double[names.Count * names.Count];
        while (rows.TryTake(out var row))
        {
            var status = source.Draw(RandomStream.For(seed, row), covariance, 1) ?? Fit(fit, names, covariance, rows.Table, row);
            if (!rows.Table.IsDone(row))
                rows.Table.Finish(row, status, 0);
        }
    }

    private FitStatus Fit(FitResult fit, IReadOnlyList<string> names, double[] covariance, ReplicateTable table, int row)
    {
        try
        {
            var text = Scored.WithErrors(universe.Scores!, names, source.Weights!);
            var sample = SampleMoments.OfCovariance(names, Matrix<double>.Build.DenseOfRowMajor(names.Count, names.Count, covariance), source.Drawn!.Value, null, fit.Sample[0].Divisor);
            var replicate = ModelSpecification.Parse(text).Fit(sample, fit.Options with { StartingValues = fit.Values }, fit.Table.Options with { MeanStructure = false });
            var status = FullRefit.Status(replicate);
            if (status.HasConverged())
                Take(ReplicateTable.Of(replicate, catalogue), table.Row(row));
            table.Finish(row, status, replicate.Discrepancy);
            return status;
        }
        catch (Exception problem) when (NumericalTrouble.IsShownBy(problem))
        {
            return FitStatus.Breakdown;
        }
    }

    private static void Take(ReplicateTable from, EstimateSpans to)
    {
        var row = from.Row(0);
        row.Values.CopyTo(to.Values);
        row.Effects.CopyTo(to.Effects);
        row.Standardized.CopyTo(to.Standardized);
        row.Arguments.CopyTo(to.Arguments);
    }
}
