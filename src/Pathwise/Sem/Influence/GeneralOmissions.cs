using MathNet.Numerics.LinearAlgebra;
using Pathwise.Sem.Compiled;
using Pathwise.Sem.Effects;
using Pathwise.Sem.Estimation;
using Pathwise.Sem.Inference;
using Pathwise.Sem.Moments;
using Pathwise.Sem.Resampling;

namespace Pathwise.Sem.Influence;

/// <summary>Fits samples of any model of one group, as the sample itself was fitted, from its estimates.</summary>
internal sealed class GeneralOmissions(FitResult fit, EffectCatalogue catalogue, DropTargets targets) : OmissionWorker
{
    private readonly HeldThresholds held = HeldThresholds.Of(fit.Table);
    private Matrix<double> cases = SampleSources.Cases(fit.Sample[0]);

    public override Omission[] Fit(IReadOnlyList<int[]> sets) => [.. sets.Select(Fit)];

    public override void Take(double[] cases) => this.cases = Matrix<double>.Build.DenseOfRowMajor(this.cases.RowCount, this.cases.ColumnCount, cases);

    /// <summary>What a search looks at in a fit that was made.</summary>
    public static Omission Of(FitResult fit, EffectCatalogue catalogue, DropTargets targets)
    {
        var (slopes, covariance) = (EffectSlopes.Of(fit, new EffectPoint(fit.Structure, catalogue)), ParameterCovariance.Of(fit));
        return new(
            FullRefit.Status(fit),
            (fit.ScaledTest() ?? fit.Test()).Value ?? double.NaN,
            targets.Measures(place => slopes.Value(place, false), place => slopes.StandardError(place, false, covariance) ?? double.NaN))
        {
            Discrepancy = fit.Discrepancy,
        };
    }

    /// <summary>Every effect of a fit's model at values of its free parameters.</summary>
    public static double[] EffectsAt(FitResult fit, EffectCatalogue catalogue, IReadOnlyList<double> values)
    {
        var row = new ReplicateTable(1, catalogue).Row(0);
        for (var j = 0; j < values.Count; j++)
            row.Values[j] = values[j];
        new EffectPoint(fit.Structure, catalogue).Evaluate(row);
        return row.Effects.ToArray();
    }

    /// <summary>The sample of a fit without some of its cases.</summary>
    public static SampleMoments Without(FitResult fit, Matrix<double> cases, IReadOnlyList<int> omitted)
    {
        var (sample, left) = (fit.Sample[0], omitted.ToHashSet());
        var rows = cases.EnumerateRows().Where((_, i) => !left.Contains(i));
        return SampleMoments.OfCases(sample.Names, Matrix<double>.Build.DenseOfRowVectors(rows), sample.Divisor, sample.Group);
    }

    private Omission Fit(int[] omitted)
    {
        try
        {
            var without = Without(fit, cases, omitted);
            if (Flaw(without) is { } flaw)
                return Omission.Failed(flaw);
            var replicate = Replicate(without);
            var status = FullRefit.Status(replicate);
            if (!status.HasConverged())
                return Omission.Failed(status);
            var found = Of(replicate, catalogue, targets);
            return KeepsValues ? found with { Free = [.. replicate.Values], Effects = EffectsAt(replicate, catalogue, replicate.Values), Fit = replicate } : found;
        }
        catch (Exception problem) when (NumericalTrouble.IsShownBy(problem))
        {
            return Omission.Failed(FitStatus.Breakdown);
        }
    }

    // What keeps ordered variables from having correlations, or thresholds that something else is in.
    private FitStatus? Flaw(SampleMoments without)
    {
        if (fit.Sample[0].Responses is not { } whole)
            return null;
        var values = without.Cases!.ToRowMajorArray();
        return SampleFlaw.Of(values, without.Names.Count) ?? (held.AreLost(values, without.Names.Count, whole) ? FitStatus.LostCategory : null);
    }

    // With missing values the chi-square needs the saturated moments, which a replicate goes without.
    private FitResult Replicate(SampleMoments sample) => sample.HasMissing && fit.Sample[0].Responses is null
        ? fit.Table.Fit(sample, fit.Options with { StartingValues = fit.Values })
        : ModelFitting.FitReplicate(fit, [sample]);
}
