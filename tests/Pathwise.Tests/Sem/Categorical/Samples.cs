using Pathwise.Sem.Categorical;
using Pathwise.Tables;

namespace Pathwise.Tests.Sem.Categorical;

/// <summary>The samples of the fixtures of ordered variables.</summary>
internal static class Samples
{
    public static Oracle Expected { get; } = Oracle.Read("ordinal", "ordinal.json");

    public static IEnumerable<Oracle> Cases => Enumerable.Range(0, Expected["lavaan"].Count).Select(i => Expected["lavaan"][i]);

    public static Oracle Case(string id) => Cases.Single(each => each["id"].Text == id);

    public static DataTable Table(string file) =>
        DataTable.Read(file == "study" ? Repository.Fixture("mediation", "study.csv") : Repository.Fixture("ordinal", $"{file}.csv"));

    public static IReadOnlyList<CategoricalSample> Of(Oracle @case, CategoricalOptions? options = null) => Table(@case["file"].Text).CategoricalSamples(
        Texts(@case["variables"]),
        @case["group"].Text is { Length: > 0 } group ? group : null,
        (options ?? new()) with
        {
            Ordered = Texts(@case["ordered"]),
            Deletion = @case["missing"].Text == "pairwise" ? CaseDeletion.Pairwise : CaseDeletion.Listwise,
        });

    public static string[] Texts(Oracle list) => [.. Enumerable.Range(0, list.Count).Select(i => list[i].Text)];
}
