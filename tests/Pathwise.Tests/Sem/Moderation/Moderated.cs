using Pathwise.Sem.Effects;
using Pathwise.Sem.Estimation;
using Pathwise.Sem.Intervals;
using Pathwise.Sem.Moderation;
using Pathwise.Sem.Specification;
using Pathwise.Tables;

namespace Pathwise.Tests.Sem.Moderation;

/// <summary>The data and models that tests of moderation share.</summary>
internal static class Moderated
{
    public static DataTable Data { get; } = DataTable.Read(Repository.Fixture("moderation", "data.csv"));

    public static FitResult Fit(string model, ProductCentre center = ProductCentre.None, DataTable? data = null, string? group = null) =>
        ModelSpecification.Parse(model).Fit(data ?? Data, null, new() { Center = center }, group);

    /// <summary>The data with constants added to all columns.</summary>
    public static DataTable Shifted(double by) => Data.Names.Aggregate(Data, (table, name) => table.With(name, [.. Data.Numbers(name).Select((value, _) => value + by)]));

    public static EffectEstimate Single(this ModerationResult result, EffectKind kind, string outcome, params double[] at) => result.Effects.Single(row =>
        row.Effect.Kind == kind && row.Effect.Outcome == outcome && row.Effect.Cause == "x" && row.Effect.Conditions.Select(each => each.Value).SequenceEqual(at));
}
