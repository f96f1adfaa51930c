using Pathwise.Numerics;
using Pathwise.Sem.Compiled;
using Pathwise.Sem.Effects;
using Pathwise.Sem.Estimation;
using Pathwise.Sem.Resampling;

namespace Pathwise.Multiverse.Inference;

/// <summary>
/// Fits a universe's model to resamples of its cases, or of these as they are under a null: an effect, raw and standardized, and the raw one's z values by
/// the delta method from the expected information.
/// </summary>
internal sealed class UniverseWorker
{
    private readonly FitResult fit;
    private readonly EffectCatalogue catalogue;
    private readonly int effect;
    private readonly CompiledFit compiled;
    private readonly SharedRows rows;
    private readonly DrawnSample sample;
    private readonly ExpectedCovariance covariance;
    private readonly EffectGradients gradients;
    private readonly double[] free;
    private readonly double[] beta;
    private readonly double[] inverse;
    private readonly double[] structural;

    /// <summary>
    /// A worker for a fit that compiled code can repeat, one of its effects, and n x p cases, row-major, to draw from; each stands at a place among all
    /// cases that are drawn from.
    /// </summary>
    public UniverseWorker(FitResult fit, EffectCatalogue catalogue, int effect, double[] cases, IReadOnlyList<int> positions, int dataCount)
    {
        (this.fit, this.catalogue, this.effect) = (fit, catalogue, effect);
        compiled = CompiledFit.Of(fit)!;
        var own = fit.Sample[0];
        rows = new SharedRows(cases, own.Cases!.ToRowMajorArray(), own.Names.Count, positions, dataCount);
        sample = new DrawnSample(fit, [compiled.Model], [rows]);
        gradients = new EffectGradients(compiled.Model, catalogue);
        covariance = new ExpectedCovariance(compiled.Model, Fitted(), gradients.Parameters, [.. compiled.Model.Positions.Select(position => fit.Units[position])]);
        var m = compiled.Model.VariableCount;
        (free, beta, inverse, structural) = (new double[compiled.Model.FreeCount], new double[m * m], new double[m * m], new double[m * m]);
    }

    /// <summary>The z value of the effect in the universe itself; NaN where it has none.</summary>
    public double Ratio()
    {
        var table = ReplicateTable.Of(fit, catalogue);
        return Ratio(table, 0, Fitted(), fit.Multiplier);
    }

    /// <summary>The raw and the standardized effect and the z value in each of so many resamples; NaN where a fit failed.</summary>
    public (double[] Raw, double[] Standardized, double[] Ratios) Draw(int replicates, long seed)
    {
        var table = new ReplicateTable(replicates, catalogue);
        var refit = new CompiledRefit(fit, compiled, catalogue, rows);
        foreach (var _ in refit.DrawAll(OpenRows.Of(table), seed))
        {
        }

        var (raw, standardized, ratios) = (new double[replicates], new double[replicates], new double[replicates]);
        for (var b = 0; b < replicates; b++)
        {
            (raw[b], standardized[b], ratios[b]) = (double.NaN, double.NaN, double.NaN);
            if (!table.Status(b).HasConverged() || sample.Draw(RandomStream.For(seed, b)) is not null)
                continue;
            (raw[b], standardized[b]) = (table.Effect(b, effect, false), table.Effect(b, effect, true));
            ratios[b] = Ratio(table, b, sample.Groups[0].Fitted, fit.Multiplier * rows.Drawn!.Value / fit.Sample[0].Count);
        }

        return (raw, standardized, ratios);
    }

    private double Ratio(ReplicateTable table, int row, double[] fitted, double multiplier)
    {
        var values = table.Values(row);
        for (var j = 0; j < free.Length; j++)
            free[j] = values[compiled.Model.Positions[j]];
        if (!covariance.TryUpdate(free, fitted))
            return double.NaN;
        covariance.CopyStructure(beta, inverse, structural);
        gradients.Update(beta, inverse, structural, values);
        var slopes = gradients.Of(effect, false);
        var sum = 0.0;
        for (var i = 0; i < slopes.Length; i++)
            sum += slopes[i] * VectorKernels.Dot(covariance.Matrix.AsSpan(i * slopes.Length, slopes.Length), slopes);
        return sum > 0 ? table.Effect(row, effect, false) / Math.Sqrt(sum / multiplier) : double.NaN;
    }

    private double[] Fitted()
    {
        var own = fit.Sample[0];
        var moments = new ReplicateSample(own.Names.Count, compiled.Model.HasConstant);
        own.Covariance.ToRowMajorArray().CopyTo(moments.Covariance, 0);
        own.Means!.ToArray().CopyTo(moments.Means, 0);
        moments.Complete();
        return moments.Fitted;
    }
}
