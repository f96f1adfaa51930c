using System.Collections;
using Deedle.Internal;
using MathNet.Numerics.LinearAlgebra;
using Pathwise.Analyses;
using Pathwise.Auditing;
using Pathwise.Auditing.Evidence;
using Pathwise.Auditing.Reported;
using Pathwise.Psychometrics;
using Pathwise.Ranking;
using Pathwise.Reporting.Exhibits;
using Pathwise.Reporting.Tables;
using Pathwise.Sem.Categorical;
using Pathwise.Sem.Estimation;
using Pathwise.Sem.Evaluation;
using Pathwise.Sem.Inference;
using Pathwise.Sem.Moments;
using Pathwise.Sem.Sam;
using Pathwise.Sem.Specification;
using Pathwise.Studies;
using Pathwise.Surveys;
using Pathwise.Synthesis;
using Pathwise.Tables;
using Pathwise.Teaching;
using Plotly.NET;
using static Pathwise.Reporting.Designs.Design;

namespace Pathwise.Reporting.Designs;

/// <summary>The designs of all result types, a line for each. A test names every result type that has none.</summary>
internal static class Registry
{
    private static readonly Design[] Designs =
    [
        // Values of other libraries, and what is an exhibit already.
        Alone<Matrix<double>>(matrix => MatrixDesign.Of(matrix)),
        Alone<Vector<double>>(vector => MatrixDesign.Of(vector)),
        Alone<IFrameFormattable>(FrameDesign.Of),
        Alone<ISeriesFormattable>(FrameDesign.Of),
        Alone<GenericChart>(ChartDesign.Of),
        Alone<Exhibit>(exhibit => exhibit),
        Alone<IExhibited>(result => result.ToExhibit()),

        // Tables and surveys.
        Alone<DataTable>(SurveyDesign.Of),
        Alone<SurveyData>(SurveyDesign.Of),
        Alone<Codebook>(SurveyDesign.Of),
        Alone<Scale>(SurveyDesign.Of),
        Alone<CleaningReport>(SurveyDesign.Of),
        Alone<FrequencyTable>(SurveyDesign.Of),
        Rows<Item>(rows => SurveyDesign.Items(rows)),
        Rows<CodebookColumn>(rows => SurveyDesign.Of(rows)),
        Rows<CleaningStep>(SampleDesign.Of),
        Rows<CaseDecision>(SampleDesign.Of),
        Plain<AnswerRange>(),
        Plain<Frequency>(),
        Plain<PossibleCode>(),
        Plain<MissingCode>(),
        Plain<MissingAnswers>(),

        // Models, samples and fits.
        Alone<ModelSpecification>(ModelDesign.Of),
        Alone<ParameterTable>(ModelDesign.Of),
        Alone<SampleMoments>(MatrixDesign.Of),
        Alone<FitResult>(fit => fit.Summarize()),
        Alone<ComparedModels>(models => models.Summarize("full", "restricted")),
        Alone<FitIndices>(FitTable.Of),
        Alone<SamResult>(result => result.Summarize()),
        Rows<MeasurementBlock>(rows => SamSummary.Of(rows)),
        Alone<LatentMoments>(SamSummary.Of),
        Plain<SamOptions>(),
        Rows<ChiSquareTest>(rows => TestDesign.Of(rows)),
        Rows<LikelihoodRatioTest>(TestDesign.Of),
        Rows<Estimate>(rows => EstimateDesign.Of(rows)),
        Rows<StandardizedEstimate>(rows => EstimateDesign.Of(rows)),
        Rows<RSquared>(rows => EstimateDesign.Of(rows)),
        Rows<ModificationIndex>(ModificationDesign.Of),
        Rows<MomentResidual>(ResidualDesign.Of),
        Alone<CategoricalSample>(CategoricalDesign.Of),
        Rows<CategoricalVariable>(CategoricalDesign.Of),
        Rows<PairCorrelation>(CategoricalDesign.Of),
        Rows<SampleStatistic>(CategoricalDesign.Of),
        Plain<CategoricalOptions>(),
        Plain<CategoricalWarning>(),
        Plain<CaseUse>(),
        Plain<GroupUse>(),
        Plain<SampleOrigin>(),
        Plain<ModelOptions>(),
        Plain<Parameter>(),
        Plain<EstimationOptions>(),
        Plain<EstimationProgress>(),
        Plain<FitWarning>(),
        Plain<ParameterAtBound>(),
        Plain<Termination>(),
        Plain<RmseaIndex>(),
        Plain<ResidualIndices>(),
        Plain<GammaHatIndex>(),
        Plain<IncrementalIndices>(),
        Plain<ConstraintTest>(),
        Plain<SmallSampleTest>(),
        Rows<NamedTest>(TestDesign.Of),
        Plain<TrustedTest>(),
        Plain<UnbiasedSrmrIndex>(),
        Plain<TSizeIndices>(),
        Plain<EigenvalueTest>(),
        Plain<ResidualMoments>(),
        Plain<FactorScores>(),

        // Analyses: what of them is digits, and where the data lie.
        Plain<Analysis>(),
        Plain<CaseSelection>(),
        Plain<SelectedCases>(),
        Plain<MomentSelection>(),
        Plain<PowerPlan>(),

        .. EffectRegistry.Designs,

        // Psychometrics.
        Alone<FactorAnalysis>(FactorDesign.Of),
        Alone<ParallelAnalysis>(FactorDesign.Of),
        Alone<ComponentAnalysis>(ItemDesign.Of),
        Alone<SamplingAdequacy>(ItemDesign.Of),
        Alone<AveragePartial>(ItemDesign.Of),
        Alone<ValidityMatrix>(matrix => ScaleDesign.Of(matrix)),
        Alone<MardiaTest>(SampleDesign.Of),
        Alone<CohenKappa>(RaterDesign.Of),
        Alone<KrippendorffAlpha>(RaterDesign.Of),
        Rows<ScaleReliability>(ScaleDesign.Of),
        Rows<ItemStatistics>(ScaleDesign.Of),
        Rows<OrdinalReliability>(OrdinalDesign.Of),
        Alone<OrdinalMeasurement>(measurement => measurement.SummarizeReliability(measurement.Reliabilities())),
        Plain<OrdinalOptions>(),
        Rows<ItemDistribution>(ItemDesign.Of),
        Rows<ItemAdequacy>(rows => ItemDesign.Of(rows)),
        Rows<SphericityTest>(ItemDesign.Of),
        Rows<AveragePartialStep>(rows => ItemDesign.Of(rows)),
        Rows<FactorReliability>(ValidityDesign.Of),
        Rows<FactorAlpha>(ValidityDesign.Of),
        Rows<SecondOrderReliability>(rows => ValidityDesign.Of(rows)),
        Rows<HierarchicalOmega>(ValidityDesign.Of),
        Rows<FornellLarckerPair>(ValidityDesign.Of),
        Rows<ValidityPair>(ValidityDesign.Of),
        Rows<CorrelationTest>(ValidityDesign.Of),
        Rows<HtmtInterval>(ValidityDesign.Of),
        Rows<CaseDistance>(SampleDesign.Of),
        Rows<MissingnessTest>(SampleDesign.Of),
        Rows<GroupComparison>(SampleDesign.Of),
        Rows<SingleFactorShare>(SampleDesign.Of),
        Rows<VarianceInflation>(SampleDesign.Of),
        Plain<MethodFactorTest>(),
        Plain<ParallelEigenvalue>(),

        // Topics and raters.
        Alone<TopicRanking>(ranking => RankingDesign.Of(ranking.Topics)),
        Alone<RankBootstrap>(RankingDesign.Of),
        Alone<WaveStability>(RaterDesign.Of),
        Alone<ResponseComparison>(RaterDesign.Of),
        Rows<RankedTopic>(RankingDesign.Of),
        Rows<TopicPair>(RaterDesign.Of),
        Rows<TopShare>(RaterDesign.Of),
        Rows<MissingSensitivity>(RaterDesign.Of),
        Rows<FriedmanTest>(RaterDesign.Of),
        Rows<ResponseRate>(RaterDesign.Of),
        Plain<RankUncertainty>(),

        // Audits and synthesis.
        Alone<AuditReport>(report => new AuditExhibit(report)),
        Alone<CheckReport>(CheckDesign.Of),
        Alone<Scorecard>(CheckDesign.Of),
        Alone<PublishedStatistics>(published => CheckDesign.Of(published.Statistics)),
        Alone<CoverageMatrix>(CoverageDesign.Of),
        Rows<ReportedStatistic>(CheckDesign.Of),
        Rows<Finding>(rows => AuditExhibit.Findings("Findings", rows)),
        Rows<CheckedValue>(CheckDesign.Of),
        Rows<ScorecardValue>(CheckDesign.Of),
        Plain<CollectedCheck>(),
        Plain<AnswerDifference>(),
        Plain<BootstrapDesign>(),
        Plain<PlausibleRanges>(),
        Plain<SynthesisProgress>(),
        Plain<SynthesisResult>(),
        Plain<SynthesisTargets>(),
        Plain<Target>(),
        Plain<TargetOutcome>(),

        // Studies.
        Alone<StudyPlan>(StudyDesign.Of),
        Rows<JudgedHypothesis>(StudyDesign.Of),
        Rows<DirectPathTest>(StudyDesign.Of),
        Alone<EstimatorComparison>(EstimatorDesign.Of),
        Rows<FitByEstimator>(EstimatorDesign.Of),
        Rows<EffectByEstimator>(EstimatorDesign.Of),
        Rows<ScaleByEstimator>(EstimatorDesign.Of),
        Plain<Hypothesis>(),

        .. RobustnessRegistry.Designs,

        // Teaching.
        Alone<DiscrepancySection>(TeachingDesign.Of),
        Alone<SectionPoint>(TeachingDesign.Of),
        Alone<LatentResponse>(TeachingDesign.Of),
        Rows<ResampledThreshold>(TeachingDesign.Of),
        Alone<ModelAttempt>(TeachingDesign.Of),
        Alone<ProductDistribution>(TeachingDesign.Of),
        Alone<ExerciseResult>(TeachingDesign.Of),
        Rows<DescentStep>(TeachingDesign.Of),
        Rows<HandCheck>(TeachingDesign.Of),
    ];

    private static readonly Dictionary<Type, Design> ByType = Designs.ToDictionary(design => design.Type);

    /// <summary>The types that have a design.</summary>
    public static IReadOnlyCollection<Type> Types => ByType.Keys;

    /// <summary>Types of others that are shown too, once a kernel has met a type of ours: those of other libraries, and lists of ours.</summary>
    public static IReadOnlyList<Type> Foreign { get; } =
    [
        .. Designs.Select(design => design.Type).Where(type => !IsOurs(type)),
        .. new[] { typeof(TypeFormatterSourceAttribute), typeof(Registry) }.SelectMany(type => type.Assembly.GetExportedTypes())
            .Where(type => type.IsDefined(typeof(TypeFormatterSourceAttribute), false))
            .Select(type => typeof(IEnumerable<>).MakeGenericType(type)),
    ];

    /// <summary>The exhibit of a result; the plain facts of what has no design.</summary>
    public static Exhibit Of(object value) => Find(value.GetType()) switch
    {
        { } design => design.Of(value) ?? PlainFacts.Of(value, Lists(value)),
        null when value is IEnumerable rows => Rows(RowType(rows), rows),
        null => PlainFacts.Of(value, Lists(value)),
    };

    /// <summary>Rows of one type as a table: as they are designed, or their plain facts.</summary>
    public static Table Rows(Type type, IEnumerable rows) => Find(type)?.OfRows(rows) ?? PlainFacts.Of(type, [.. rows.Cast<object>()]);

    private static Design? Find(Type type) => ByType.GetValueOrDefault(type) ?? Designs.FirstOrDefault(design => design.Type.IsAssignableFrom(type));

    private static bool IsOurs(Type type) => type.Assembly == typeof(Registry).Assembly || type.Assembly == typeof(TypeFormatterSourceAttribute).Assembly;

    // The lists of rows that a result has.
    private static IEnumerable<Exhibit> Lists(object value) => PlainFacts.Properties(value.GetType())
        .Where(property => Foreign.Any(type => type.IsGenericType && type.IsAssignableFrom(property.PropertyType)))
        .Select(property => property.GetValue(value)).OfType<object>().Select(Of);

    private static Type RowType(IEnumerable rows) => rows.GetType().GetInterfaces()
        .Where(type => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IEnumerable<>))
        .Select(type => type.GetGenericArguments()[0])
        .FirstOrDefault(typeof(object));
}
