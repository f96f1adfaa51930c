using Pathwise.Numerics;
using Pathwise.Sem.Compiled;
using Pathwise.Sem.Effects;
using Pathwise.Sem.Estimation;
using Pathwise.Sem.Resampling;

namespace Pathwise.Sem.Power;

/// <summary>
/// Estimates effects in simulated samples that compiled code fits side by side from the population's values, with intervals by the delta
/// method from the expected information and exact derivatives. A sample in which it finds no estimates is the general path's to judge.
/// </summary>
internal sealed class CompiledPower : PowerWorker
{
    /// <summary>How many samples are one piece of work.</summary>
    public const int SamplesOfPiece = 128;

    private readonly SimulatedPopulation population;
    private readonly PowerOptions options;
    private readonly CovarianceModel model;
    private readonly GeneralPower general;
    private readonly CompiledRefit refit;
    private readonly ReplicateTable table;
    private readonly ExpectedCovariance covariance;
    private readonly EffectGradients gradients;
    private readonly PowerSample sample;
    private readonly CompiledEffectTests tests;
    private readonly bool[] isWanted;
    private readonly double multiplier;
    private readonly double critical;
    private readonly double[] free;
    private readonly double[] beta;
    private readonly double[] inverse;
    private readonly double[] structural;

    public CompiledPower(SimulatedPopulation population, PowerOptions options, FitResult fit, CompiledFit compiled, RestrictedModels restricted)
    {
        (this.population, this.options, model, multiplier) = (population, options, compiled.Model, fit.Multiplier);
        var catalogue = population.Catalogue;
        general = new GeneralPower(population, options);
        refit = new CompiledRefit(fit, compiled, catalogue, population.Sampler(options.Count));
        table = new ReplicateTable(SamplesOfPiece, catalogue);
        gradients = new EffectGradients(model, catalogue);
        covariance = new ExpectedCovariance(model, Fitted(), gradients.Parameters, [.. model.Positions.Select(position => fit.Units[position])]);
        sample = new StudiedQuantities(population, options).Sample();
        tests = new CompiledEffectTests(restricted, population, options, [.. gradients.Parameters.Select(j => model.Positions[j])]);
        isWanted = [.. catalogue.Effects.Select(effect => options.Effects.Count == 0 || options.Effects.Contains(effect.Name))];
        critical = NormalDistribution.Quantile((1 + options.Level) / 2);
        var m = model.VariableCount;
        (free, beta, inverse, structural) = (new double[model.FreeCount], new double[m * m], new double[m * m], new double[m * m]);
    }

    public override IEnumerable<PowerSample> Samples(int first, int count, CancellationToken stopping)
    {
        table.Reopen();
        var rows = new OpenRows(table, Enumerable.Range(0, count), stopping) { First = first };
        foreach (var row in refit.DrawAll(rows, options.Seed).Order())
        {
            if ((TryTake(row, first + row) ? sample : general.Sample(first + row, stopping)) is not { } found)
                yield break;
            yield return found;
        }
    }

    private double[] Fitted()
    {
        var moments = new ReplicateSample(population.Table.ObservedVariables.Count, model.HasConstant);
        population.Covariance.CopyTo(moments.Covariance, 0);
        population.Means.CopyTo(moments.Means, 0);
        moments.Complete();
        return moments.Fitted;
    }

    /// <summary>Takes up a fitted sample; false where only the general path tells what it gives.</summary>
    private bool TryTake(int row, int number)
    {
        sample.Status = table.Status(row);
        if (!sample.Status.HasConverged())
            return sample.Status is FitStatus.ConstantVariable or FitStatus.EmptyVariable;
        var values = table.Values(row);
        for (var j = 0; j < free.Length; j++)
            free[j] = values[model.Positions[j]];
        if (!covariance.TryUpdate(free))
            return false;
        covariance.CopyStructure(beta, inverse, structural);
        gradients.Update(beta, inverse, structural, values);
        for (var k = 0; k < isWanted.Length; k++)
        {
            Take(row, k, false);
            Take(row, k, true);
        }

        return tests.TryWrite(number, values, table.Discrepancy(row), covariance.Matrix, sample);
    }

    private void Take(int row, int effect, bool isStandardized)
    {
        var (place, value) = (sample.Place(effect, isStandardized), table.Effect(row, effect, isStandardized));
        var error = isStandardized && !double.IsFinite(value) ? double.NaN : Error(gradients.Of(effect, isStandardized));
        (sample.Values[place], sample.Errors[place]) = (value, error);
        Interval? interval = isWanted[effect] && !double.IsNaN(error) ? new Interval(value - (critical * error), value + (critical * error), options.Level) : null;
        for (var kind = 0; kind < options.Kinds.Count; kind++)
            sample.Intervals[(kind * sample.Places) + place] = interval;
    }

    // The root of g'Vg; NaN where that does not exist.
    private double Error(ReadOnlySpan<double> slopes)
    {
        var sum = 0.0;
        for (var i = 0; i < slopes.Length; i++)
            sum += slopes[i] * VectorKernels.Dot(covariance.Matrix.AsSpan(i * slopes.Length, slopes.Length), slopes);
        return Math.Sqrt(sum / multiplier);
    }
}
