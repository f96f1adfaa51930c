using Pathwise.Sem.Specification;

namespace Pathwise.Sem.Power;

/// <summary>The studies of one population at several numbers of cases, rising, of so many samples each: what its shards have in common.</summary>
internal sealed record PowerSizes(IReadOnlyList<PowerStudy> Each, int Replicates)
{
    /// <summary>Of a table and the population's values of its free parameters; refused where one of them cannot be simulated.</summary>
    public static PowerSizes Of(ParameterTable table, IReadOnlyList<double> population, IReadOnlyList<int> counts, PowerOptions options) => new(
        [.. counts.Distinct().Order().Select(count => new PowerStudy(table, [.. population], (options with { Count = count }).Checked()))], options.Replicates);
}
