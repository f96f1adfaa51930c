using Pathwise.Reporting.Figures;
using Pathwise.Reporting.Tables;
using Pathwise.Sem.Equivalents;

namespace Pathwise.Reporting.Plots;

/// <summary>The indirect effects that models say which the data do not tell apart.</summary>
public static class EquivalentsFigure
{
    /// <summary>
    /// A row for each indirect effect of the own model and of each equivalent one, with an interval of the first kind that was made for it, standardized where the
    /// options ask for that; the numbers of models are those of their table.
    /// </summary>
    public static Figure Draw(this EquivalentModels models, string title = "Indirect effects of models that fit equally well")
    {
        ArgumentNullException.ThrowIfNull(models);
        var isStandardized = models.Options.Effects.IsStandardized;
        IntervalSeries Series(string name, Equivalence standing) => new(name,
        [
            .. from row in models.Rows.Index()
               where row.Item.Equivalence == standing
               from effect in row.Item.IndirectEffects
               let interval = effect.Intervals.FirstOrDefault(each => each.IsStandardized == isStandardized)?.Interval
               select new IntervalRow($"{row.Index + 1}: {EffectWords.Name(effect.Effect)}", isStandardized ? effect.Standardized : effect.Value, interval?.Lower, interval?.Upper),
        ]);
        return IntervalComparison.Of(
            [Series("Yours", Equivalence.Own), Series("Equivalent", Equivalence.Equivalent)], title, isStandardized ? "Standardized indirect effect" : "Indirect effect", 0, "Lines are intervals of the models' effects.");
    }
}
