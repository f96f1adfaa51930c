using Pathwise.Numerics;
using Pathwise.Sem.Estimation;
using Pathwise.Sem.Implied;
using Pathwise.Sem.Moments;
using Pathwise.Sem.Specification;
using MathNet.Numerics.LinearAlgebra;

namespace Pathwise.Sem.Resampling;

/// <summary>Power by simulation: samples are drawn from a population in which the model holds, and the model is fitted to each.</summary>
public static class PowerStudies
{
    /// <summary>
    /// Simulates samples from the normal distribution of a model of one group with the given values of its free parameters (in the order
    /// of the table). Moments of exogenous variables must be free (fixed.x off). On cancellation the result is of the samples drawn so far.
    /// </summary>
    public static PowerResult SimulatePower(
        this ParameterTable table,
        IReadOnlyList<double> population,
        PowerOptions options,
        IProgress<BootstrapProgress>? progress = null,
        CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(population);
        ArgumentNullException.ThrowIfNull(options);
        return new Study(table, [.. population], options.Checked(), progress, cancellation).Execute();
    }

    /// <summary>
    /// The same at several numbers of cases, from small to large; on cancellation the last study is incomplete and larger ones are missing.
    /// </summary>
    public static PowerCurve SimulatePower(
        this ParameterTable table,
        IReadOnlyList<double> population,
        IReadOnlyList<int> counts,
        PowerOptions options,
        IProgress<BootstrapProgress>? progress = null,
        CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(counts);
        if (counts.Count == 0)
            throw new InputException("Power at several numbers of cases needs at least one of them.");
        var results = new List<PowerResult>();
        foreach (var count in counts.Distinct().Order().TakeWhile(_ => results.Count == 0 || !cancellation.IsCancellationRequested))
            results.Add(table.SimulatePower(population, options with { Count = count }, progress, cancellation));
        return new PowerCurve(results);
    }

    /// <summary>
    /// Looks for the number of cases at which an effect (its <see cref="Effect.Name"/>) is found with a power, by the first kind of interval:
    /// the normal approximation through the power simulated so far, simulated again until it holds within two standard errors. Returns
    /// every study made on the way and the place of the last of them, which answers.
    /// </summary>
    public static (PowerCurve Curve, PowerResult Found) FindCount(
        this ParameterTable table,
        IReadOnlyList<double> population,
        string effect,
        double power,
        PowerOptions options,
        IProgress<BootstrapProgress>? progress = null,
        CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        if (power is not (> 0 and < 1))
            throw new InputException($"The power wanted is {power}; expected a number between 0 and 1.");
        var (count, critical, results) = (options.Count, NormalDistribution.Quantile((1 + options.Level) / 2), new List<PowerResult>());
        while (true)
        {
            var result = table.SimulatePower(population, options with { Count = count }, progress, cancellation);
            results.RemoveAll(each => each.Options.Count == count);
            results.Add(result);
            if (cancellation.IsCancellationRequested || result.Effects.Count == 0)
                return (new PowerCurve(results), result);
            if (Named(result, effect).Intervals is not [var reached, ..])
                throw new InputException($"No sample of {count} cases gave an interval of {effect}.");
            if (results.Count == 9 || Math.Abs(reached.Power - power) <= 2 * Math.Max(reached.PowerError, 0.5 / reached.Count))
                return (new PowerCurve(results), result);

            // Power = Phi(d sqrt(N) - z): d from this round, N for the next.
            var share = Math.Clamp(reached.Power, 0.06, 0.995);
            var factor = (NormalDistribution.Quantile(power) + critical) / (NormalDistribution.Quantile(share) + critical);
            var next = (int)Math.Clamp(Math.Ceiling(count * factor * factor), table.ObservedVariables.Count + 2, 1_000_000);
            if (next == count)
                return (new PowerCurve(results), result);
            count = next;
        }
    }

    private static EffectPower Named(PowerResult result, string effect) =>
        result.Effects.FirstOrDefault(each => each.Effect.Name == effect && !each.IsStandardized)
        ?? throw new InputException($"Not an effect of the model: {effect}. It has: {string.Join(", ", result.Effects.Select(each => each.Effect.Name).Distinct())}.");

    private sealed class Study
    {
        private readonly ParameterTable table;
        private readonly double[] population;
        private readonly PowerOptions options;
        private readonly IProgress<BootstrapProgress>? progress;
        private readonly CancellationToken cancellation;
        private readonly ImpliedMoments moments;
        private readonly Outcome?[] outcomes;
        private int next;

        public Study(ParameterTable table, double[] population, PowerOptions options, IProgress<BootstrapProgress>? progress, CancellationToken cancellation)
        {
            (this.table, this.population, this.options, this.progress, this.cancellation) = (table, population, options, progress, cancellation);
            if (table.GroupCount > 1 || table.Rows.Any(row => row.IsSampleMoment))
                throw new InputException("A power study needs a model of one group whose exogenous variables are part of it (fixed.x off).");
            if (population.Length != table.FreeCount)
                throw new InputException($"The model has {table.FreeCount} free parameters and {population.Length} values were given.");
            moments = new ImpliedMoments(ModelStructure.Of(table), 0);
            moments.Update(population);
            outcomes = new Outcome?[options.Replicates];
        }

        public PowerResult Execute()
        {
            using var team = new Team(Math.Min(options.Threads == 0 ? Environment.ProcessorCount : options.Threads, options.Replicates), cancellation);
            var steps = new BootstrapSteps(progress, 0, options.Replicates, 1);
            team.Run(() => Work(steps, team.Stopping));
            var drawn = outcomes.OfType<Outcome>().ToArray();
            var fitted = drawn.Where(each => each.Effects.Count > 0).ToArray();
            return new PowerResult
            {
                Options = options,
                Drawn = drawn.Length,
                Converged = fitted.Length,
                Improper = fitted.Count(each => each.IsImproper),
                Effects = fitted.Length < 2 ? [] : [.. Summaries(fitted)],
            };
        }

        private void Work(BootstrapSteps steps, CancellationToken stopping)
        {
            var sampler = new NormalSampler(options.Count, moments.Mu, moments.Sigma);
            for (var i = Interlocked.Increment(ref next) - 1; i < outcomes.Length && !stopping.IsCancellationRequested; i = Interlocked.Increment(ref next) - 1)
            {
                outcomes[i] = Sample(sampler, i);
                steps.Add();
            }
        }

        private Outcome Sample(NormalSampler sampler, int i)
        {
            var p = table.ObservedVariables.Count;
            var cases = new double[options.Count * p];
            sampler.DrawCases(RandomStream.For(options.Seed, i), cases);
            var sample = SampleMoments.OfCases(table.ObservedVariables, Matrix<double>.Build.DenseOfRowMajor(options.Count, p, cases), Divisor.Count);
            var fit = table.Fit(sample, new EstimationOptions { Likelihood = options.Likelihood, StartingValues = population });
            if (!fit.HasConverged)
                return new Outcome([], false);
            var needs = options.Kinds.Any(kind => kind.IsBootstrap());
            var bootstrap = needs ? fit.Bootstrap(new BootstrapOptions { Seed = unchecked((options.Seed * 1_000_003) + i), Replicates = options.BootstrapReplicates, HasJackknife = options.Kinds.Contains(IntervalKind.BcA) }) : null;
            var effects = fit.EstimateEffects(new EffectOptions { Kinds = options.Kinds, Effects = options.Effects, Level = options.Level, Seed = i }, bootstrap is { Used: > 1 } ? bootstrap : null);
            return new Outcome(effects, fit.Warnings.Any(warning => warning.Code is "negative-variance" or "latent-not-positive-definite" or "residual-not-positive-definite"));
        }

        private IEnumerable<EffectPower> Summaries(Outcome[] fitted)
        {
            var catalogue = EffectCatalogue.Of(table, ModelStructure.Of(table).Latents);
            var truth = new ReplicateTable(1, catalogue);
            population.CopyTo(truth.Row(0).Values);
            new EffectPoint(ModelStructure.Of(table), catalogue).Evaluate(truth.Row(0));
            foreach (var isStandardized in new[] { false, true })
            {
                for (var k = 0; k < catalogue.Entries.Count; k++)
                {
                    var value = truth.Effect(0, k, isStandardized);
                    if (double.IsFinite(value))
                        yield return Summary(catalogue.Entries[k].Effect, isStandardized, value, [.. fitted.Select(each => each.Effects[k])]);
                }
            }
        }

        private EffectPower Summary(Effect effect, bool isStandardized, double truth, EffectEstimate[] estimates)
        {
            double[] values = [.. estimates.Select(each => isStandardized ? each.Standardized : each.Value).OfType<double>()];
            double[] errors = [.. estimates.Select(each => isStandardized ? each.StandardizedError : each.StandardError).OfType<double>()];
            return new EffectPower
            {
                Effect = effect,
                IsStandardized = isStandardized,
                Population = truth,
                Count = values.Length,
                Mean = Univariate.Mean(values),
                Deviation = Univariate.StandardDeviation(values),
                MeanError = errors.Length > 0 ? Univariate.Mean(errors) : null,
                Intervals = [.. options.Kinds.Select(kind => Interval(kind, truth, [.. estimates.Select(each => each.Interval(kind, isStandardized)).OfType<Interval>()])).OfType<IntervalPower>()],
            };
        }

        private static IntervalPower? Interval(IntervalKind kind, double truth, Interval[] intervals)
        {
            double Share(Func<Interval, bool> predicate) => intervals.Count(predicate) / (double)intervals.Length;
            return intervals.Length == 0
                ? null
                : new IntervalPower(kind, intervals.Length, Share(each => !each.Contains(0)), Share(each => each.Contains(truth)))
                {
                    Below = Share(each => each.Upper < truth),
                    Above = Share(each => each.Lower > truth),
                };
        }

        /// <summary>The effects of one sample, none when the model did not converge.</summary>
        private sealed record Outcome(IReadOnlyList<EffectEstimate> Effects, bool IsImproper);
    }
}
