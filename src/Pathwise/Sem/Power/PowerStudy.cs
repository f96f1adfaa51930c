using MathNet.Numerics.LinearAlgebra;
using Pathwise.Numerics;
using Pathwise.Parallel;
using Pathwise.Sem.Compiled;
using Pathwise.Sem.Effects;
using Pathwise.Sem.Estimation;
using Pathwise.Sem.Implied;
using Pathwise.Sem.Intervals;
using Pathwise.Sem.Moments;
using Pathwise.Sem.Resampling;
using Pathwise.Sem.Specification;

namespace Pathwise.Sem.Power;

/// <summary>A power study at one number of cases, refused when it is made where it cannot be simulated.</summary>
internal sealed class PowerStudy
{
    private readonly ParameterTable table;
    private readonly double[] population;
    private readonly PowerOptions options;
    private readonly EffectCatalogue catalogue;
    private readonly ImpliedMoments moments;
    private readonly Outcome?[] outcomes;

    /// <summary>Of a model and the population's values of its free parameters; besides those of the options these effects have to exist.</summary>
    public PowerStudy(ParameterTable table, double[] population, PowerOptions options, IReadOnlyList<string>? needed = null)
    {
        (this.table, this.population, this.options) = (table, population, options);
        if (table.GroupCount > 1 || table.Rows.Any(row => row.IsSampleMoment))
            throw new InputException("A power study needs a model of one group whose exogenous variables are part of it (fixed.x off).");
        if (population.Length != table.FreeCount)
            throw new InputException($"The model has {table.FreeCount} free parameters and {population.Length} values were given.");
        catalogue = EffectCatalogue.Of(table, ModelStructure.Of(table).Latents);
        catalogue.Require([.. options.Effects, .. needed ?? []]);
        moments = new ImpliedMoments(ModelStructure.Of(table), 0);
        moments.Update(population);
        RequireRoom();
        outcomes = new Outcome?[options.Replicates];
    }

    /// <summary>Draws and fits the samples; on cancellation the result is of those drawn so far.</summary>
    public PowerResult Execute(IProgress<BootstrapProgress>? progress, CancellationToken cancellation)
    {
        using var team = new Team(options.Threads, options.Replicates, cancellation);
        var steps = new Steps(done => progress?.Report(new(done, options.Replicates) { What = $"samples of {options.Count} cases fitted" }), 0, options.Replicates, 1);
        var pieces = new Pieces(options.Replicates, team.Stopping);
        team.Run(() => Work(pieces, steps, team.Stopping));
        var drawn = outcomes.OfType<Outcome>().ToArray();
        var fitted = drawn.Where(each => each.Status.HasConverged()).ToArray();
        return new PowerResult
        {
            Options = options,
            Drawn = drawn.Length,
            Converged = fitted.Length,
            Improper = fitted.Count(each => each.Status.IsImproper()),
            Failures = new SortedDictionary<string, int>(
                drawn.Where(each => !each.Status.HasConverged()).GroupBy(each => each.Status.Reason()).ToDictionary(group => group.Key, group => group.Count()), StringComparer.Ordinal),
            Effects = fitted.Length < 2 ? [] : [.. new PowerSummary(options, catalogue, Truth(), [.. fitted.Select(each => each.Effects)]).Effects()],
        };
    }

    // A sample's estimates take about 300 bytes for each effect, and 200 for the two intervals of a kind.
    private void RequireRoom()
    {
        var ofSample = 200 + ((long)catalogue.Entries.Count * (300 + (200 * options.Kinds.Count)));
        Room.Require(options.Replicates, ofSample, "simulated samples");
        Room.Require(options.Count, 4L * sizeof(double) * table.ObservedVariables.Count, "cases in a sample", table.ObservedVariables.Count);
        if (options.Kinds.Any(kind => kind.IsBootstrap()))
            Room.Require(options.BootstrapReplicates, ReplicateTable.BytesOfRow(catalogue), "bootstrap samples", catalogue.Entries.Count);
    }

    private ReplicateTable Truth()
    {
        var truth = new ReplicateTable(1, catalogue);
        population.CopyTo(truth.Row(0).Values);
        new EffectPoint(ModelStructure.Of(table), catalogue).Evaluate(truth.Row(0));
        return truth;
    }

    private void Work(Pieces pieces, Steps steps, CancellationToken stopping)
    {
        var sampler = new NormalSampler(options.Count, moments.Mu, moments.Sigma);
        while (pieces.TryTake(out var i))
        {
            if (Sample(sampler, i, stopping) is not { } outcome)
                return;
            outcomes[i] = outcome;
            steps.Add();
        }
    }

    /// <summary>Draws a sample and estimates its effects; null where that was interrupted. One that cannot be fitted is an outcome, too.</summary>
    private Outcome? Sample(NormalSampler sampler, int i, CancellationToken stopping)
    {
        var p = table.ObservedVariables.Count;
        var cases = new double[options.Count * p];
        if (sampler.DrawCases(RandomStream.For(options.Seed, i), cases) is { } flaw)
            return new Outcome(flaw, []);
        try
        {
            var sample = SampleMoments.OfCases(table.ObservedVariables, Matrix<double>.Build.DenseOfRowMajor(options.Count, p, cases), Divisor.Count);
            var fit = table.Fit(sample, new EstimationOptions { Likelihood = options.Likelihood, StartingValues = population });
            var status = FullRefit.Status(fit);
            if (!status.HasConverged())
                return new Outcome(status, []);
            var effects = Effects(fit, i, stopping);
            return effects is null ? null : new Outcome(status, effects);
        }
        catch (Exception problem) when (NumericalTrouble.IsShownBy(problem))
        {
            return new Outcome(FitStatus.Breakdown, []);
        }
    }

    // Without two draws of the bootstrap an effect has no interval in this sample.
    private IReadOnlyList<EffectEstimate>? Effects(FitResult fit, int i, CancellationToken stopping)
    {
        BootstrapResult? bootstrap = null;
        if (options.Kinds.Any(kind => kind.IsBootstrap()))
        {
            var draws = new BootstrapOptions { Seed = unchecked((options.Seed * 1_000_003) + i), Replicates = options.BootstrapReplicates, HasJackknife = options.Kinds.Contains(IntervalKind.BcA) };
            bootstrap = fit.Bootstrap(draws, cancellation: stopping);
            if (!bootstrap.IsComplete)
                return null;
        }

        var effects = fit.EstimateEffects(new EffectOptions { Kinds = options.Kinds, Effects = options.Effects, Level = options.Level, Seed = i }, bootstrap, cancellation: stopping);
        return stopping.IsCancellationRequested ? null : effects;
    }

    /// <summary>How the fit of one sample ended, and its effects where there are estimates.</summary>
    private sealed record Outcome(FitStatus Status, IReadOnlyList<EffectEstimate> Effects);
}
