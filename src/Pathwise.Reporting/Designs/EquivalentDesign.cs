using Pathwise.Reporting.Exhibits;
using Pathwise.Reporting.Tables;
using Pathwise.Sem.Equivalents;
using Pathwise.Sem.Intervals;

namespace Pathwise.Reporting.Designs;

/// <summary>A model among those that fit as well, or nearly.</summary>
internal static class EquivalentDesign
{
    // Of the models that differ and fit otherwise, the best by Akaike's criterion; the JSON has all.
    private const int MostOthers = 15;

    private sealed record Numbered(int Number, EquivalentModel Model);

    private sealed record Row(Numbered Of, EffectEstimate Effect);

    /// <summary>What can be concluded, the models, and the indirect effects of those that the data do not tell apart.</summary>
    public static Summary Of(EquivalentModels models)
    {
        Numbered[] all = [.. models.Rows.Select((model, i) => new Numbered(i + 1, model))];
        Numbered[] rivals = [.. all.Where(each => IsRival(each.Model))];
        Numbered[] shown = [.. rivals, .. all.Except(rivals).Take(MostOthers)];
        return new("Models that fit as well", [new Paragraph(Conclusion(models)), Models(shown, all.Length), .. Effects(rivals)]);
    }

    /// <summary>Models by themselves.</summary>
    public static Table Of(IReadOnlyList<EquivalentModel> rows) => Models([.. rows.Select((model, i) => new Numbered(i + 1, model))], rows.Count);

    /// <summary>How a model stands to the own one, in a word.</summary>
    public static string Standing(EquivalentModel model) => model.Equivalence switch
    {
        Equivalence.Own => "yours",
        Equivalence.Equivalent => "equivalent",
        Equivalence.Undetermined => "undetermined",
        _ => model.IsNear ? "near" : "different",
    };

    private static bool IsRival(EquivalentModel model) => model.IsNear || model.Equivalence is Equivalence.Own or Equivalence.Equivalent;

    private static string Conclusion(EquivalentModels models)
    {
        var (equivalent, near) = (models.Equivalents.Count(), models.NearlyEquivalent.Count());
        var other = equivalent == 0
            ? "No other model that was considered is equivalent to yours"
            : $"{Counted(equivalent, "other model is", "other models are")} equivalent to yours: no data of these variables can decide between them, only time order, design or theory";
        var nearly = near == 0 ? "" : $" {Counted(near, "model differs", "models differ")} from it and {(near == 1 ? "fits" : "fit")} these data within {NumberText.Number(models.Options.Near, 1)} in chi-square, which {models.CaseCount} cases hardly tell apart.";
        return $"{other}.{nearly} Considered were {models.Rows.Count} structural parts over the same measurement.";
    }

    private static string Counted(int count, string one, string many) => $"{count} {(count == 1 ? one : many)}";

    private static Table Models(IReadOnlyList<Numbered> rows, int all) => Table.Of(
        "Structural parts",
        rows,
        of =>
        [
            of.Count("No.", row => row.Number),
            of.Text("Structure", row => row.Model.Structure),
            of.Text("To yours", row => Standing(row.Model)),
            of.Number("χ²", 3, row => row.Model.ChiSquare),
            of.Count("df", row => row.Model.DegreesOfFreedom),
            of.Number("AIC", 2, row => row.Model.Aic),
            of.Text("Solution", row => row.Model.IsProper ? "proper" : row.Model.Trouble),
        ],
        notes: rows.Count == all ? [] : [$"{all - rows.Count} models with a larger AIC or without one are left out here; --format json has them."]);

    private static IEnumerable<Exhibit> Effects(IReadOnlyList<Numbered> rivals)
    {
        Row[] rows = [.. rivals.SelectMany(each => each.Model.IndirectEffects.Select(effect => new Row(each, effect)))];
        if (rows.Length == 0)
            return [new Paragraph("None of the models that fit as well has an indirect effect.")];
        return
        [
            Table.Of("Indirect effects, were the model true", rows, of =>
            [
                of.Count("No.", row => row.Of.Number),
                of.Text("Effect", row => EffectWords.Name(row.Effect.Effect)),
                of.Text("To yours", row => Standing(row.Of.Model)),
                of.Number("Estimate", 3, row => row.Effect.Value),
                .. Intervals(of, rivals),
            ]),
        ];
    }

    private static IEnumerable<Column> Intervals(ColumnsOf<Row> of, IReadOnlyList<Numbered> rivals)
    {
        foreach (var kind in rivals.SelectMany(each => each.Model.IndirectEffects).SelectMany(each => each.Intervals).Select(each => each.Kind).Distinct())
        {
            EffectInterval? Find(Row row) => row.Effect.Intervals.FirstOrDefault(each => each.Kind == kind && !each.IsStandardized);
            yield return of.Interval(kind.Heading(), 3, row => (Find(row)?.Interval.Lower, Find(row)?.Interval.Upper));
            yield return of.PValue("p", row => Find(row)?.PValue);
        }
    }
}
