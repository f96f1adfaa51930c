using System.Collections;
using Pathwise.Auditing.Reported;
using Pathwise.Psychometrics;
using Pathwise.Ranking;
using Pathwise.Reporting.Tables;
using Pathwise.Sem.Inference;
using Pathwise.Sem.Intervals;
using Pathwise.Surveys;
using Pathwise.Teaching;

namespace Pathwise.Reporting.Designs;

/// <summary>The tables that rows of one type are shown as, be they one or many.</summary>
internal static class RowDesigns
{
    private static readonly Dictionary<Type, Func<IEnumerable, Table>> Designs = new()
    {
        [typeof(Estimate)] = Rows<Estimate>(rows => ShownEstimates.Of(rows)),
        [typeof(StandardizedEstimate)] = Rows<StandardizedEstimate>(rows => ShownEstimates.Of(rows)),
        [typeof(EffectEstimate)] = Rows<EffectEstimate>(rows => ShownEffects.Of(rows)),
        [typeof(EffectInterval)] = Rows<EffectInterval>(rows => ShownEffects.Of(rows)),
        [typeof(RSquared)] = Rows<RSquared>(rows => ShownEstimates.Of(rows)),
        [typeof(ModificationIndex)] = Rows<ModificationIndex>(rows => ShownEstimates.Of(rows)),
        [typeof(ScaleReliability)] = Rows<ScaleReliability>(rows => ShownScales.Of(rows)),
        [typeof(ItemStatistics)] = Rows<ItemStatistics>(rows => ShownScales.Of(rows)),
        [typeof(FactorReliability)] = Rows<FactorReliability>(ShownValidity.Of),
        [typeof(FactorAlpha)] = Rows<FactorAlpha>(ShownValidity.Of),
        [typeof(SecondOrderReliability)] = Rows<SecondOrderReliability>(ShownValidity.Of),
        [typeof(HierarchicalOmega)] = Rows<HierarchicalOmega>(ShownValidity.Of),
        [typeof(FornellLarckerPair)] = Rows<FornellLarckerPair>(ShownValidity.Of),
        [typeof(ValidityPair)] = Rows<ValidityPair>(ShownValidity.Of),
        [typeof(CorrelationTest)] = Rows<CorrelationTest>(ShownValidity.Of),
        [typeof(HtmtInterval)] = Rows<HtmtInterval>(ShownValidity.Of),
        [typeof(ItemAdequacy)] = Rows<ItemAdequacy>(rows => ShownItems.Of(rows)),
        [typeof(SphericityTest)] = Rows<SphericityTest>(ShownItems.Of),
        [typeof(AveragePartialStep)] = Rows<AveragePartialStep>(rows => ShownItems.Of(rows)),
        [typeof(ItemDistribution)] = Rows<ItemDistribution>(ShownItems.Of),
        [typeof(CaseDistance)] = Rows<CaseDistance>(ShownSample.Of),
        [typeof(MissingnessTest)] = Rows<MissingnessTest>(ShownSample.Of),
        [typeof(GroupComparison)] = Rows<GroupComparison>(ShownSample.Of),
        [typeof(SingleFactorShare)] = Rows<SingleFactorShare>(ShownSample.Of),
        [typeof(VarianceInflation)] = Rows<VarianceInflation>(ShownSample.Of),
        [typeof(CleaningStep)] = Rows<CleaningStep>(ShownSample.Of),
        [typeof(CaseDecision)] = Rows<CaseDecision>(ShownSample.Of),
        [typeof(Item)] = Rows<Item>(rows => ShownSurvey.Items(rows)),
        [typeof(RankedTopic)] = Rows<RankedTopic>(rows => ShownRanking.Of(rows)),
        [typeof(TopicPair)] = Rows<TopicPair>(ShownRaters.Of),
        [typeof(TopShare)] = Rows<TopShare>(ShownRaters.Of),
        [typeof(MissingSensitivity)] = Rows<MissingSensitivity>(ShownRaters.Of),
        [typeof(FriedmanTest)] = Rows<FriedmanTest>(ShownRaters.Of),
        [typeof(ResponseRate)] = Rows<ResponseRate>(rows => ShownRaters.Of(rows)),
        [typeof(DescentStep)] = Rows<DescentStep>(rows => ShownTeaching.Of(rows)),
        [typeof(HandCheck)] = Rows<HandCheck>(rows => ShownTeaching.Of(rows)),
        [typeof(ReportedStatistic)] = Rows<ReportedStatistic>(rows => ShownChecks.Of(rows)),
    };

    /// <summary>The types that have a design.</summary>
    public static IReadOnlyCollection<Type> Types => Designs.Keys;

    /// <summary>Rows of this type as designed; null where the type has no design.</summary>
    public static Table? Of(Type type, IEnumerable rows) => Designs.TryGetValue(type, out var design) ? design(rows) : null;

    private static Func<IEnumerable, Table> Rows<T>(Func<IReadOnlyList<T>, Table> design) => rows => design([.. rows.Cast<T>()]);
}
