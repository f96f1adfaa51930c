using Pathwise.Parallel;
using Pathwise.Sem.Compiled;
using Pathwise.Sem.Intervals;
using Pathwise.Sem.Resampling;
using Pathwise.Sem.Specification;

namespace Pathwise.Sem.Power;

/// <summary>A power study at one number of cases, refused when it is made where it cannot be simulated.</summary>
internal sealed class PowerStudy
{
    private readonly PowerOptions options;
    private readonly SimulatedPopulation population;

    /// <summary>Of a model and the population's values of its free parameters; besides those of the options these effects have to exist.</summary>
    public PowerStudy(ParameterTable table, double[] values, PowerOptions options, IReadOnlyList<string>? needed = null)
    {
        (this.options, population) = (options, new SimulatedPopulation(table, values));
        population.Catalogue.Require([.. options.Effects, .. needed ?? []]);
        RequireRoom();
    }

    /// <summary>Draws and fits the samples; on cancellation the result is of those drawn so far.</summary>
    public PowerResult Execute(IProgress<BootstrapProgress>? progress, CancellationToken cancellation)
    {
        var path = new PowerPath(population, options);
        var count = ((options.Replicates - 1) / path.SamplesOfPiece) + 1;
        using var team = new Team(options.Threads, count, cancellation);
        var steps = new Steps(done => progress?.Report(new(done, options.Replicates) { What = $"samples of {options.Count} cases fitted" }), 0, options.Replicates, path.SamplesOfPiece);
        var (pieces, sums) = (new Pieces(count, team.Stopping), Sums());
        var inOrder = new InOrder<PowerSums>(sums.Add);
        team.Run(() =>
        {
            var worker = path.Worker();
            while (pieces.TryTake(out var piece))
                inOrder.Add(piece, Sum(worker, piece * path.SamplesOfPiece, path.SamplesOfPiece, steps, team.Stopping));
        });
        return Result(path, sums);
    }

    private PowerSums Sum(PowerWorker worker, int first, int most, Steps steps, CancellationToken stopping)
    {
        var sums = Sums();
        foreach (var sample in worker.Samples(first, Math.Min(most, options.Replicates - first), stopping))
        {
            sums.Add(sample);
            steps.Add();
        }

        return sums;
    }

    private PowerSums Sums()
    {
        var effects = Enumerable.Range(0, population.Catalogue.Entries.Count);
        return new([.. effects.Select(k => population.Effects.Effect(0, k, false)), .. effects.Select(k => population.Effects.Effect(0, k, true))], options.Kinds.Count);
    }

    private PowerResult Result(PowerPath path, PowerSums sums)
    {
        var outcomes = sums.Outcomes.ToList();
        var converged = outcomes.Where(each => each.Status.HasConverged()).Sum(each => each.Count);
        return new PowerResult
        {
            Options = options,
            Path = path.Words,
            Drawn = sums.Drawn,
            Converged = converged,
            Improper = outcomes.Where(each => each.Status.IsImproper()).Sum(each => each.Count),
            Failures = new SortedDictionary<string, int>(
                outcomes.Where(each => !each.Status.HasConverged()).ToDictionary(each => each.Status.Reason(), each => each.Count), StringComparer.Ordinal),
            Effects = converged < 2 ? [] : [.. new PowerSummary(options, population.Catalogue, sums).Effects()],
        };
    }

    // Counts and sums take the same memory whatever the number of samples.
    private void RequireRoom()
    {
        var p = population.Table.ObservedVariables.Count;
        Room.Require(options.Count, 4L * sizeof(double) * p, "cases in a sample", p);
        if (options.Kinds.Any(kind => kind.IsBootstrap()))
            Room.Require(options.BootstrapReplicates, ReplicateTable.BytesOfRow(population.Catalogue), "bootstrap samples", population.Catalogue.Entries.Count);
    }
}
