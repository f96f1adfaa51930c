using Pathwise.Multiverse.Inference;
using Pathwise.Multiverse.Plans;
using Pathwise.Multiverse.Runs;
using Pathwise.Multiverse.Universes;
using Pathwise.Sem.Equivalents;
using Pathwise.Sem.Influence;
using Pathwise.Sem.Sensitivity;
using static Pathwise.Reporting.Designs.Design;

namespace Pathwise.Reporting.Designs;

/// <summary>The designs of what is asked of a claim that stands: other models, confounders, influential cases and other analyses. <see cref="Registry"/> has them with all others.</summary>
internal static class RobustnessRegistry
{
    /// <summary>The designs, a line for each type.</summary>
    public static IReadOnlyList<Design> Designs { get; } =
    [
        // Models that fit as well, and confounders.
        Alone<EquivalentModels>(EquivalentDesign.Of),
        Rows<EquivalentModel>(EquivalentDesign.Of),
        Plain<EquivalentOptions>(),
        Alone<SensitivityResult>(SensitivityDesign.WithFigures),
        Alone<PhantomFit>(SensitivityDesign.Of),
        Alone<MediationalEValue>(SensitivityDesign.Of),
        Alone<ConfoundedPath>(SensitivityDesign.Of),
        Rows<RhoPoint>(SensitivityDesign.Of),
        Rows<RobustnessValue>(SensitivityDesign.Of),
        Rows<BenchmarkStrength>(SensitivityDesign.Of),
        Rows<ReliabilityPoint>(SensitivityDesign.Of),
        Plain<SensitivityOptions>(),
        Plain<ZeroCorrelation>(),
        Plain<IdentifiedCorrelation>(),
        Plain<MediatorShare>(),

        // Influential cases.
        Alone<InfluenceResult>(InfluenceDesign.WithFigures),
        Rows<CaseInfluence>(rows => InfluenceDesign.Cases(rows)),
        Rows<DroppedCases>(InfluenceDesign.Of),
        Plain<CaseChange>(),
        Plain<CaseName>(),
        Plain<CountQuantile>(),
        Plain<DropConfirmation>(),
        Plain<DropReference>(),
        Plain<DropStep>(),
        Plain<EffectDrops>(),
        Plain<InfluenceOptions>(),
        Plain<MeasureChange>(),
        Plain<ModelDrops>(),
        Plain<SearchCounts>(),

        // Multiverses.
        Alone<PlanOutlook>(MultiverseDesign.Of),
        Alone<MultiverseResult>(result => MultiverseDesign.Of(result, MultiverseSummary.Of(result))),
        Rows<Claim>(MultiverseDesign.Claims),
        Rows<ClaimSummary>(MultiverseDesign.Places),
        Plain<MultiversePlan>(),
        Plain<PlanBase>(),
        Plain<AnalysisChanges>(),
        Plain<RowRule>(),
        Plain<DerivedColumn>(),
        Plain<OptionCondition>(),
        Plain<Registration>(),
        Plain<MultiverseOptions>(),
        Plain<MultiverseSummary>(),
        Plain<ReferenceRank>(),
        Plain<ShownUniverse>(),
        Plain<ClaimShare>(),
        Plain<Decision>(),
        Plain<DecisionOption>(),
        Plain<UniverseChoice>(),
        Plain<UniverseRow>(),
        Plain<ClaimOutcome>(),
        Rows<CurveInference>(InferenceDesign.Of),
        Rows<CurveTest>(tests => InferenceDesign.Tests(tests)),
        Plain<DecisionFlip>(),
        Plain<DecisionShare>(),
        Plain<EveryUniverse>(),
        Plain<ForcedNulls>(),
        Plain<InferenceOptions>(),
        Plain<NullBranch>(),
        Plain<NullCurves>(),
        Plain<ShortestChange>(),
        Plain<SimultaneousBand>(),
        Plain<UniverseSpread>(),
        Plain<Vibration>(),
    ];
}
