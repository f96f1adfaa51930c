using System.Collections;
using Deedle.Internal;
using MathNet.Numerics.LinearAlgebra;
using Pathwise.Auditing;
using Pathwise.Auditing.Evidence;
using Pathwise.Auditing.Reported;
using Pathwise.Psychometrics;
using Pathwise.Ranking;
using Pathwise.Reporting.Exhibits;
using Pathwise.Reporting.Tables;
using Pathwise.Sem.Estimation;
using Pathwise.Sem.Evaluation;
using Pathwise.Sem.Inference;
using Pathwise.Sem.Moments;
using Pathwise.Sem.Power;
using Pathwise.Sem.Resampling;
using Pathwise.Sem.Specification;
using Pathwise.Surveys;
using Pathwise.Tables;
using Pathwise.Teaching;
using Plotly.NET;

namespace Pathwise.Reporting.Designs;

/// <summary>Which exhibit shows a result.</summary>
internal static class Designed
{
    /// <summary>Types of others that are shown too, once a kernel has met a type of ours.</summary>
    public static IReadOnlyList<Type> Foreign { get; } =
    [
        typeof(Matrix<double>), typeof(Vector<double>), typeof(IFrameFormattable), typeof(ISeriesFormattable), typeof(GenericChart),
        .. new[] { typeof(TypeFormatterSourceAttribute), typeof(Designed) }.SelectMany(type => type.Assembly.GetExportedTypes())
            .Where(type => type.IsDefined(typeof(TypeFormatterSourceAttribute), false))
            .Select(type => typeof(IEnumerable<>).MakeGenericType(type)),
    ];

    /// <summary>The exhibit of a result; the plain facts of a type without a designed one.</summary>
    public static Exhibit Of(object value) => value switch
    {
        Exhibit exhibit => exhibit,
        Matrix<double> matrix => ShownMatrix.Of(matrix),
        Vector<double> vector => ShownMatrix.Of(vector),
        IFrameFormattable frame => ShownFrame.Of(frame),
        ISeriesFormattable series => ShownFrame.Of(series),
        GenericChart chart => ShownChart.Of(chart),
        _ => OfModel(value) ?? OfSurvey(value) ?? OfStudy(value) ?? (value is IEnumerable rows ? OfRows(rows) : OfRow(value)),
    };

    private static Exhibit? OfModel(object value) => value switch
    {
        FitResult fit => fit.Summarize(),
        ComparedModels models => models.Summarize("full", "restricted"),
        FitIndices indices => FitTable.Of(indices),
        ChiSquareTest test => ShownTests.Of(test),
        LikelihoodRatioTest test => ShownTests.Of(test),
        BootstrapResult bootstrap => ShownEffects.Of(bootstrap),
        PowerResult power => ShownPower.Of(power),
        PowerCurve curve => ShownPower.Of(curve),
        SampleMoments sample => ShownMatrix.Of(sample),
        ModelSpecification model => ShownModel.Of(model),
        ParameterTable table => ShownModel.Of(table),
        DiscrepancySection section => ShownTeaching.Of(section),
        SectionPoint point => ShownTeaching.Of(point),
        ModelAttempt attempt => ShownTeaching.Of(attempt),
        ProductDistribution product => ShownTeaching.Of(product),
        ExerciseResult result => ShownTeaching.Of(result),
        _ => null,
    };

    private static Exhibit? OfSurvey(object value) => value switch
    {
        CleaningReport report => ShownSurvey.Of(report),
        FrequencyTable table => ShownSurvey.Of(table),
        Codebook codebook => ShownSurvey.Of(codebook),
        Scale scale => ShownSurvey.Of(scale),
        SurveyData survey => ShownSurvey.Of(survey),
        DataTable table => ShownSurvey.Of(table),
        ParallelAnalysis parallel => ShownFactors.Of(parallel),
        FactorAnalysis factors => ShownFactors.Of(factors),
        ComponentAnalysis components => ShownItems.Of(components),
        SamplingAdequacy adequacy => ShownItems.Of(adequacy),
        AveragePartial partial => ShownItems.Of(partial),
        ValidityMatrix matrix => ShownScales.Of(matrix),
        MardiaTest test => ShownSample.Of(test),
        _ => null,
    };

    private static Exhibit? OfStudy(object value) => value switch
    {
        AuditReport report => new AuditExhibit(report),
        CheckReport report => ShownChecks.Of(report),
        Scorecard scorecard => ShownChecks.Of(scorecard),
        PublishedStatistics published => ShownChecks.Of(published.Statistics),
        CoverageMatrix matrix => ShownCoverage.Of(matrix),
        TopicRanking ranking => ShownRanking.Of(ranking.Topics),
        RankBootstrap ranks => ShownRanking.Of(ranks),
        WaveStability stability => ShownRaters.Of(stability),
        ResponseComparison comparison => ShownRaters.Of(comparison),
        CohenKappa kappa => ShownRaters.Of(kappa),
        KrippendorffAlpha alpha => ShownRaters.Of(alpha),
        _ => null,
    };

    private static Exhibit OfRow(object value) => RowDesigns.Of(value.GetType(), new[] { value }) ?? Facts.Of(value);

    private static Table OfRows(IEnumerable rows)
    {
        var type = RowType(rows);
        return RowDesigns.Of(type, rows) ?? Facts.Of(type, [.. rows.Cast<object>()]);
    }

    private static Type RowType(IEnumerable rows) => rows.GetType().GetInterfaces()
        .Where(type => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IEnumerable<>))
        .Select(type => type.GetGenericArguments()[0])
        .FirstOrDefault(typeof(object));
}
