using Pathwise.Json;
using Pathwise.Numerics;
using Pathwise.Sem.Effects;
using Pathwise.Sem.Intervals;
using Pathwise.Sem.Invariance;
using Pathwise.Sem.Mediation;
using Pathwise.Sem.Moderation;
using Pathwise.Sem.Power;
using Pathwise.Sem.Resampling;
using Pathwise.Surveys;
using static Pathwise.Reporting.Designs.Design;

namespace Pathwise.Reporting.Designs;

/// <summary>The designs of effects: their intervals and tests, how often they are found, for whom and when. <see cref="Registry"/> has them with all others.</summary>
internal static class EffectRegistry
{
    /// <summary>The designs, a line for each type.</summary>
    public static IReadOnlyList<Design> Designs { get; } =
    [
        // Effects, bootstraps and power.
        Alone<EffectsReport>(EffectDesign.Of),
        Alone<BootstrapResult>(ReplicateDesign.Of),
        Rows<EffectEstimate>(rows => EffectDesign.Of(rows)),
        Rows<EffectInterval>(EffectDesign.Of),
        Rows<MediationTest>(MediationDesign.Of),
        Rows<DirectPathEquivalence>(MediationDesign.Of),
        Alone<PowerResult>(PowerDesign.WithFigures),
        Alone<PowerCurve>(PowerDesign.WithFigures),
        Plain<Effect>(),
        Plain<EffectOptions>(),
        Plain<Interval>(),
        Plain<BootstrapOptions>(),
        Plain<BootstrapProgress>(),
        Plain<FittingPath>(),
        Plain<PowerOptions>(),
        Plain<TestPower>(),
        Plain<IndirectTestPower>(),
        Plain<DirectPathPower>(),
        Plain<EstimatePower>(),
        Plain<ParameterPower>(),
        Alone<CutoffResult>(CutoffDesign.WithFigures),
        Plain<CutoffLevel>(),
        Plain<IndexCutoff>(),
        Plain<NamedIndex>(),
        Plain<Misspecification>(),
        Plain<CutoffOptions>(),
        Plain<EffectPower>(),
        Plain<IntervalPower>(),

        // Groups and moderators.
        Alone<InvarianceResult>(InvarianceDesign.Of),
        Rows<InvarianceStep>(InvarianceDesign.Of),
        Rows<FreedEquality>(rows => InvarianceDesign.Of(rows)),
        Plain<EquivalenceView>(),
        Plain<InvarianceOptions>(),
        Plain<ProcessPlan>(),
        Rows<GroupContrast>(GroupContrastDesign.Of),
        Alone<ModerationResult>(ModerationDesign.WithFigures),
        Rows<ModeratorSummary>(ModerationDesign.Of),
        Rows<SignificanceRegion>(ModerationDesign.Of),
        Rows<RegionSegment>(ModerationDesign.Of),
        Rows<SimpleSlope>(ModerationDesign.Of),
        Rows<ConditionalPoint>(ModerationDesign.Of),
        Plain<ModeratorCondition>(),
        Plain<CategoryCoding>(),
    ];
}
