using MathNet.Numerics.LinearAlgebra;
using Pathwise.Numerics;
using Pathwise.Sem.Compiled;
using Pathwise.Sem.Estimation;
using Pathwise.Sem.Intervals;
using Pathwise.Sem.Moments;
using Pathwise.Sem.Resampling;

namespace Pathwise.Sem.Power;

/// <summary>Estimates effects in simulated samples as they are in any sample, by intervals of every kind.</summary>
internal sealed class GeneralPower(SimulatedPopulation population, PowerOptions options) : PowerWorker
{
    private readonly StudiedQuantities studied = new(population, options);
    private readonly SampleSource sampler = population.Sampler(options.Count);
    private readonly HeldThresholds held = HeldThresholds.Of(population.Table);
    private readonly PowerSample sample = new StudiedQuantities(population, options).Sample();

    public override IEnumerable<PowerSample> Samples(int first, int count, CancellationToken stopping)
    {
        for (var i = first; i < first + count && Sample(i, stopping) is { } found; i++)
            yield return found;
    }

    /// <summary>What one sample gives; null where that was interrupted. One that cannot be fitted is an outcome, too.</summary>
    public PowerSample? Sample(int i, CancellationToken stopping)
    {
        var p = population.Table.ObservedVariables.Count;
        var cases = new double[options.Count * p];
        var flaw = sampler.DrawCases(RandomStream.For(options.Seed, i), cases);

        // Covariances of p variables in p cases have no inverse, whatever rounding makes of them.
        if (flaw is null && options.Count <= p)
            flaw = FitStatus.SingularSample;
        return flaw is { } found ? Ended(found) : Estimated(Matrix<double>.Build.DenseOfRowMajor(options.Count, p, cases), i, stopping);
    }

    private PowerSample Ended(FitStatus status)
    {
        sample.Status = status;
        return sample;
    }

    private PowerSample? Estimated(Matrix<double> cases, int i, CancellationToken stopping)
    {
        try
        {
            var moments = SampleMoments.OfCases(population.Table.ObservedVariables, cases, Divisor.Count);
            if (population.IsOrdered && held.AreLost(cases.ToRowMajorArray(), cases.ColumnCount, population.Responses))
                return Ended(FitStatus.LostCategory);
            var fit = ModelFitting.FitLike(population.Table, [population.Like(moments)], [moments], population.Estimation(options));
            var status = FullRefit.Status(fit);
            if (!status.HasConverged())
                return Ended(status);
            return TryStudy(fit, i, stopping) ? Ended(status) : null;
        }
        catch (Exception problem) when (NumericalTrouble.IsShownBy(problem))
        {
            return Ended(FitStatus.Breakdown);
        }
    }

    // Without two draws of the bootstrap an effect has no interval in this sample.
    private bool TryStudy(FitResult fit, int i, CancellationToken stopping)
    {
        BootstrapResult? bootstrap = null;
        if (options.HasDraws)
        {
            var draws = new BootstrapOptions { Seed = unchecked((options.Seed * 1_000_003) + i), Replicates = options.BootstrapReplicates, HasJackknife = options.Kinds.Contains(IntervalKind.BcA) };
            bootstrap = fit.Bootstrap(draws, cancellation: stopping);
            if (!bootstrap.IsComplete)
                return false;
        }

        studied.Write(fit, bootstrap, sample);
        var effects = fit.EstimateEffects(new EffectOptions { Kinds = options.Kinds, Effects = options.Effects, Level = options.Level, Seed = i }, bootstrap, cancellation: stopping);
        Write(effects);
        return !stopping.IsCancellationRequested;
    }

    private void Write(IReadOnlyList<EffectEstimate> effects)
    {
        for (var k = 0; k < effects.Count; k++)
        {
            var (raw, standardized) = (sample.Place(k, false), sample.Place(k, true));
            (sample.Values[raw], sample.Errors[raw]) = (effects[k].Value, effects[k].StandardError ?? double.NaN);
            (sample.Values[standardized], sample.Errors[standardized]) = (effects[k].Standardized ?? double.NaN, effects[k].StandardizedError ?? double.NaN);
            for (var kind = 0; kind < options.Kinds.Count; kind++)
            {
                sample.Intervals[(kind * sample.Places) + raw] = effects[k].Interval(options.Kinds[kind]);
                sample.Intervals[(kind * sample.Places) + standardized] = effects[k].Interval(options.Kinds[kind], true);
            }
        }
    }
}
