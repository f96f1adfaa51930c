using Pathwise.Sem.Estimation;
using Pathwise.Parallel;
using Pathwise.Sem.Compiled;
using Pathwise.Sem.Inference;
using Pathwise.Sem.Resampling;
using Pathwise.Sem.Specification;

namespace Pathwise.Sem.Power;

/// <summary>A power study at one number of cases, refused when it is made where it cannot be simulated.</summary>
internal sealed class PowerStudy
{
    private readonly PowerOptions options;
    private readonly SimulatedPopulation population;
    private readonly StudiedQuantities studied;
    private readonly Lazy<PowerPath> chosen;

    /// <summary>Of a model and the population's values of its free parameters; besides those of the options these effects have to exist.</summary>
    public PowerStudy(ParameterTable table, double[] values, PowerOptions options, IReadOnlyList<string>? needed = null)
    {
        (this.options, population) = (options, new SimulatedPopulation(table, [.. StandardizedCoefficients.Apply(table, values, options.Coefficients)], options.Shape, options.LeftOut));
        studied = new(population, options);
        chosen = new(() => new PowerPath(population, options));
        population.Catalogue.Require([.. options.Effects, .. needed ?? []]);
        OrderedRequirements.Check(table, population.Estimation(options));
        if (options.HasTests && DegreesOfFreedom.Of(population.Structure, values) < 1)
            throw new InputException("A model without degrees of freedom fits any sample; there is no test of fit whose rejections could be counted.");
        RequireRoom();
        _ = population.Sampler(options.Count);
    }

    private PowerPath Path => chosen.Value;

    /// <summary>Draws and fits the samples; on cancellation the result is of those drawn so far.</summary>
    public PowerResult Execute(IProgress<BootstrapProgress>? progress, CancellationToken cancellation)
    {
        var sums = Sums();
        Draw(0, options.Replicates, sums.Add, progress, cancellation);
        return Result(sums);
    }

    /// <summary>Draws and fits some of the samples, and hands them on piece by piece, in their order and to one caller at a time.</summary>
    public void Draw(int first, int samples, Action<PowerSums> take, IProgress<BootstrapProgress>? progress, CancellationToken cancellation)
    {
        var count = (samples + Path.SamplesOfPiece - 1) / Path.SamplesOfPiece;
        using var team = new Team(options.Threads, count, cancellation);
        var steps = new Steps(done => progress?.Report(new(done, samples) { What = $"samples of {options.Count} cases fitted" }), 0, samples, Path.SamplesOfPiece);
        var (pieces, inOrder) = (new Pieces(count, team.Stopping), new InOrder<PowerSums>(take));
        team.Run(() =>
        {
            var worker = Path.Worker();
            while (pieces.TryTake(out var piece))
            {
                var begin = piece * Path.SamplesOfPiece;
                inOrder.Add(piece, Sum(worker, first + begin, Math.Min(Path.SamplesOfPiece, samples - begin), steps, team.Stopping));
            }
        });
    }

    /// <summary>No samples yet.</summary>
    public PowerSums Sums() => studied.Sums();

    /// <summary>What samples show.</summary>
    public PowerResult Result(PowerSums sums)
    {
        var outcomes = sums.Outcomes.ToList();
        var converged = outcomes.Where(each => each.Status.HasConverged()).Sum(each => each.Count);
        return new PowerResult
        {
            Options = options,
            Path = Path.Words,
            Drawn = sums.Drawn,
            Converged = converged,
            Improper = outcomes.Where(each => each.Status.IsImproper()).Sum(each => each.Count),
            Failures = new SortedDictionary<string, int>(
                outcomes.Where(each => !each.Status.HasConverged()).ToDictionary(each => each.Status.Reason(), each => each.Count), StringComparer.Ordinal),
            Tests = [.. studied.TestsOfFit(sums)],
            IndirectTests = [.. studied.IndirectTests(sums)],
            DirectPaths = [.. studied.DirectPaths(sums)],
            Parameters = converged < 2 ? [] : [.. studied.Parameters(sums)],
            Effects = converged < 2 ? [] : [.. new PowerSummary(options, population.Catalogue, sums).Effects()],
        };
    }

    private PowerSums Sum(PowerWorker worker, int first, int count, Steps steps, CancellationToken stopping)
    {
        var sums = Sums();
        foreach (var sample in worker.Samples(first, count, stopping))
        {
            sums.Add(sample);
            steps.Add();
        }

        return sums;
    }

    // Counts and sums take the same memory whatever the number of samples.
    private void RequireRoom()
    {
        var p = population.Table.ObservedVariables.Count;
        Room.Require(options.Count, 4L * sizeof(double) * p, "cases in a sample", p);
        if (options.HasDraws)
            Room.Require(options.BootstrapReplicates, ReplicateTable.BytesOfRow(population.Catalogue), "bootstrap samples", population.Catalogue.Entries.Count);
    }
}
