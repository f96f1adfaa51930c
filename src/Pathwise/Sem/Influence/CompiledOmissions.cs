using Pathwise.Numerics;
using Pathwise.Sem.Compiled;
using Pathwise.Sem.Effects;
using Pathwise.Sem.Estimation;
using Pathwise.Sem.Moments;
using Pathwise.Sem.Resampling;

namespace Pathwise.Sem.Influence;

/// <summary>
/// Fits samples by compiled code, side by side and from the estimates of all cases, their moments being those of all cases less what the omitted add; errors
/// by the delta method from the expected information and exact derivatives.
/// </summary>
internal sealed class CompiledOmissions : OmissionWorker
{
    private readonly FitResult fit;
    private readonly DropTargets targets;
    private readonly CovarianceModel model;
    private readonly CaseResampler source;
    private readonly CompiledRefit refit;
    private readonly ReplicateTable table;
    private readonly ReplicateSample sample;
    private readonly ExpectedCovariance covariance;
    private readonly ExpectedCovariance? whole;
    private readonly EffectGradients gradients;
    private readonly int effects;
    private readonly double[] free;
    private readonly double[] beta;
    private readonly double[] inverse;
    private readonly double[] structural;

    public CompiledOmissions(FitResult fit, CompiledFit compiled, EffectCatalogue catalogue, DropTargets targets)
    {
        (this.fit, this.targets, model) = (fit, targets, compiled.Model);
        var (p, m) = (fit.Sample[0].Names.Count, model.VariableCount);
        effects = catalogue.Entries.Count;
        source = new CaseResampler(SampleSources.Cases(fit.Sample[0]).ToRowMajorArray(), p);
        refit = new CompiledRefit(fit, compiled, catalogue, source);
        table = new ReplicateTable(SetsOfPiece, catalogue);
        sample = new ReplicateSample(p, model.HasConstant);
        gradients = new EffectGradients(model, catalogue);
        Moments([]);
        double[] units = [.. model.Positions.Select(position => fit.Units[position])];
        covariance = new ExpectedCovariance(model, sample.Fitted, gradients.Parameters, units);
        whole = model.FreeCount == fit.Values.Count ? new ExpectedCovariance(model, sample.Fitted, InOrderOfTheTable(model), units) : null;
        (free, beta, inverse, structural) = (new double[model.FreeCount], new double[m * m], new double[m * m], new double[m * m]);
    }

    /// <summary>Why samples of a fit cannot be fitted by compiled code; null where they can.</summary>
    public static string? WhyNot(FitResult fit, EffectCatalogue catalogue)
    {
        if (CompiledPath.TryCompileAll(fit, out var whyNot) is null)
            return whyNot;
        return fit.Method.IsRobust || fit.Options.InformationUsed() != Information.Expected ? "standard errors that are not of expected information"
            : catalogue.Arguments.Apart > 0 ? "a definition of other parameters than regressions"
            : null;
    }

    public override Omission[] Fit(IReadOnlyList<int[]> sets)
    {
        var results = new Omission[sets.Count];
        table.Reopen();
        foreach (var row in refit.OmitAll(new OpenRows(table, Enumerable.Range(0, sets.Count)), sets))
            results[row] = Result(row, sets[row]);
        return results;
    }

    public override void Take(double[] cases) => source.Take(cases);

    private Omission Result(int row, int[] omitted)
    {
        var status = table.Status(row);
        if (!status.HasConverged())
            return Omission.Failed(status);
        var values = table.Values(row);
        var hasErrors = (HasErrors || KeepsValues) && TryErrors(values, omitted);
        var multiplier = Cases(omitted);
        return new(
            status,
            Math.Max(multiplier * table.Discrepancy(row), 0),
            targets.Measures(place => table.Effect(row, place, false), place => hasErrors ? Error(gradients.Of(place, false), multiplier) : double.NaN))
        {
            Free = KeepsValues ? values.ToArray() : null,
            Effects = KeepsValues ? [.. Enumerable.Range(0, effects).Select(place => table.Effect(row, place, false))] : null,
            Covariance = KeepsValues ? Covariances(multiplier) : null,
            Discrepancy = table.Discrepancy(row),
        };
    }

    // The free parameters were written by the errors of the effects.
    private double[]? Covariances(double cases)
    {
        var isKnown = whole is not null && (model.SampleMoments.Length > 0 ? whole.TryUpdate(free, sample.Fitted) : whole.TryUpdate(free));
        return isKnown ? [.. whole!.Matrix.Select(value => value / cases)] : null;
    }

    private static int[] InOrderOfTheTable(CovarianceModel model) => [.. Enumerable.Range(0, model.FreeCount).OrderBy(j => model.Positions[j])];

    private bool TryErrors(ReadOnlySpan<double> values, int[] omitted)
    {
        for (var j = 0; j < free.Length; j++)
            free[j] = values[model.Positions[j]];
        if (model.SampleMoments.Length > 0)
            Moments(omitted);
        if (!(model.SampleMoments.Length > 0 ? covariance.TryUpdate(free, sample.Fitted) : covariance.TryUpdate(free)))
            return false;
        covariance.CopyStructure(beta, inverse, structural);
        gradients.Update(beta, inverse, structural, values);
        return true;
    }

    private void Moments(int[] omitted)
    {
        source.Omit(omitted, sample.Covariance, fit.Sample[0].Divisor == Divisor.Count ? fit.CaseCount - omitted.Length : fit.CaseCount - omitted.Length - 1);
        source.CopyMeans(sample.Means);
        sample.Complete();
    }

    private double Cases(int[] omitted) => fit.Multiplier - omitted.Length;

    // The root of g'Vg; NaN where that does not exist.
    private double Error(ReadOnlySpan<double> slopes, double cases)
    {
        var sum = 0.0;
        for (var i = 0; i < slopes.Length; i++)
            sum += slopes[i] * VectorKernels.Dot(covariance.Matrix.AsSpan(i * slopes.Length, slopes.Length), slopes);
        return Math.Sqrt(sum / cases);
    }
}
