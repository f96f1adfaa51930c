using Pathwise.Reporting.Tables;
using Pathwise.Sem.Resampling;

namespace Pathwise.Reporting.Designs;

/// <summary>What became of the replicates of a bootstrap.</summary>
internal static class ReplicateDesign
{
    public static Table Of(BootstrapResult bootstrap) => Table.Of(
        $"Bootstrap of {bootstrap.Requested} replicates",
        Counts(bootstrap),
        of => [of.Text("", row => row.Name), of.Count("Replicates", row => row.Count)],
        notes: [$"{PlainFacts.Words(bootstrap.Options.Kind.ToString())}, seed {bootstrap.Seed}; improper solutions: {PlainFacts.Words(bootstrap.Rule.ToString()).ToLowerInvariant()}."]);

    private static (string Name, int Count)[] Counts(BootstrapResult bootstrap) =>
    [
        ("Drawn", bootstrap.Drawn),
        ("Converged", bootstrap.Converged),
        ("Improper", bootstrap.Improper),
        .. bootstrap.ImproperByReason.Select(pair => ($"  improper: {pair.Key}", pair.Value)),
        .. bootstrap.Failures.Select(pair => ($"  without a solution: {pair.Key}", pair.Value)),
        .. (bootstrap.BoundedByReason ?? new Dictionary<string, int>()).Select(pair => ($"  fitted again within bounds: {pair.Key}", pair.Value)),
        .. Ordered(bootstrap).Where(pair => pair.Count is not null).Select(pair => (pair.Name, pair.Count!.Value)),
        ("Used", bootstrap.Used),
    ];

    private static (string Name, int? Count)[] Ordered(BootstrapResult bootstrap) =>
    [
        ("  lost a category", bootstrap.LostCategories),
        ("  correlations not positive definite", bootstrap.NotPositiveDefinite),
        ("  a correlation at the end of its range", bootstrap.AtBound),
    ];
}
