using System.Diagnostics;
using Pathwise.Multiverse.Plans;
using Pathwise.Multiverse.Universes;

namespace Pathwise.Multiverse.Runs;

/// <summary>What a plan would run, before anything of it is run.</summary>
[TypeFormatterSource]
public sealed record PlanOutlook
{
    private const int MostTried = 600;

    // A prime, so that fits tried one after the other lie far apart.
    private const long Stride = 7_368_787;

    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(3);

    /// <summary>The plan.</summary>
    public required MultiversePlan Plan { get; init; }

    /// <summary>Number of universes.</summary>
    public required int Universes { get; init; }

    /// <summary>Number of universes of each type.</summary>
    public required IReadOnlyDictionary<DecisionType, int> Types { get; init => field = ValueDictionary.Of(value); }

    /// <summary>Number of different fits; null where the data were not looked at.</summary>
    public int? Fits { get; init; }

    /// <summary>Number of resamples of each fit.</summary>
    public int Replicates { get; init; }

    /// <summary>How long it takes about, in seconds, from some fits that were tried; null where none were.</summary>
    public double? Seconds { get; init; }

    /// <summary>Decisions whose options leave the same cases in these data.</summary>
    public IReadOnlyList<string> Idle { get; init => field = ValueList.Of(value); } = ValueList.Of<string>([]);

    /// <summary>For each decision, in how many universes each of its options is.</summary>
    public required IReadOnlyList<IReadOnlyList<int>> Options { get; init => field = ValueList.Of<IReadOnlyList<int>>([.. value.Select(each => ValueList.Of(each)!)]); }

    /// <summary>What can be said of a plan without its data.</summary>
    public static PlanOutlook Of(MultiversePlan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        return Of(plan.Checked(), Combinations.Of(plan));
    }

    /// <summary>The same with what the data say, and the time from fits that are tried for a few seconds.</summary>
    /// <exception cref="InputException">The plan asks for what the data do not have.</exception>
    public static PlanOutlook Of(MultiversePlan plan, MultiverseOptions options)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(options);
        return Of(PreparedMultiverse.Of(plan, options));
    }

    internal static PlanOutlook Of(PreparedMultiverse prepared) => Of(prepared.Plan, [.. prepared.Universes.Select(universe => universe.Options)]) with
    {
        Fits = prepared.Fits.Count, Replicates = prepared.Options.Replicates, Idle = prepared.Idle, Seconds = Estimate(prepared),
    };

    private static PlanOutlook Of(MultiversePlan plan, IReadOnlyList<IReadOnlyList<DecisionOption>> universes) => new()
    {
        Plan = plan,
        Universes = universes.Count,
        Types = ValueDictionary.Of(Enum.GetValues<DecisionType>().ToDictionary(type => type, type => universes.Count(options => Combinations.Type(plan, options) == type))),
        Options = [.. plan.Decisions.Select((decision, i) => (IReadOnlyList<int>)[.. decision.Options.Select(option => universes.Count(options => ReferenceEquals(options[i], option)))])],
    };

    // Fits spread over the plan, each once with a few resamples. The first half of them also warms up and is not counted.
    private static double Estimate(PreparedMultiverse prepared)
    {
        var few = prepared.WithReplicates(Math.Min(prepared.Options.Replicates, 100));
        var (watch, ends) = (Stopwatch.StartNew(), new List<double>());
        while (ends.Count < MostTried && watch.Elapsed < Longest)
        {
            _ = MultiverseRun.Outcome(few, few.Fits[(int)(ends.Count * Stride % few.Fits.Count)]);
            ends.Add(watch.Elapsed.TotalSeconds);
        }

        var half = ends.Count / 2;
        var each = half == 0 ? ends[0] : (ends[^1] - ends[half - 1]) / (ends.Count - half);
        var factor = few.Options.Replicates > 0 ? (double)prepared.Options.Replicates / few.Options.Replicates : 1;
        var threads = prepared.Options.Threads == 0 ? Environment.ProcessorCount : prepared.Options.Threads;
        return each * factor * prepared.Fits.Count / Math.Min(threads, prepared.Fits.Count);
    }
}
