using MathNet.Numerics.LinearAlgebra;
using Pathwise.Auditing.Reported;
using Pathwise.Psychometrics;
using Pathwise.Ranking;
using Pathwise.Reporting.Designs;
using Pathwise.Reporting.Tables;
using Pathwise.Sem.Inference;
using Pathwise.Sem.Intervals;
using Pathwise.Surveys;
using Pathwise.Teaching;

namespace Pathwise.Reporting;

/// <summary>
/// Lists and matrices as tables. Results of a type of their own are shown by themselves; what C# knows only as a list of
/// rows or as a matrix is shown by this verb.
/// </summary>
public static class Showing
{
    /// <summary>Any rows: one line for each, the columns that their type is shown with, or one for each of their facts.</summary>
    public static Table Show<T>(this IReadOnlyList<T> rows, string? caption = null)
        where T : notnull
    {
        var table = RowDesigns.Of(typeof(T), rows) ?? Facts.Of(typeof(T), [.. rows.Cast<object>()]);
        return caption is null ? table : table.Under(caption);
    }

    /// <summary>Estimates with errors, z, p, interval and standardized value.</summary>
    public static Table Show(this IReadOnlyList<Estimate> rows, string caption = "Estimates") => ShownEstimates.Of(rows, null, caption);

    /// <summary>Standardized estimates with errors, z, p and interval.</summary>
    public static Table Show(this IReadOnlyList<StandardizedEstimate> rows, string caption = "Standardized estimates") => ShownEstimates.Of(rows, null, caption);

    /// <summary>Intervals of one effect side by side.</summary>
    public static Table Show(this IReadOnlyList<EffectInterval> intervals, string caption = "Intervals") => ShownEffects.Of(intervals, caption);

    /// <summary>Effects in the units of the variables, with standard errors and intervals.</summary>
    public static Table Show(this IReadOnlyList<EffectEstimate> effects, string caption = "Effects") =>
        ShownEffects.Of(effects, caption);

    /// <summary>Standardized effects with standard errors and intervals.</summary>
    public static Table ShowStandardized(this IReadOnlyList<EffectEstimate> effects, string caption = "Standardized effects") =>
        ShownEffects.Of(effects, caption, isStandardized: true);

    /// <summary>Shares of explained variance.</summary>
    public static Table Show(this IReadOnlyList<RSquared> rows, string caption = "Explained variance") => ShownEstimates.Of(rows, null, caption);

    /// <summary>What freeing each fixed parameter would gain.</summary>
    public static Table Show(this IReadOnlyList<ModificationIndex> rows, string caption = "Modification indices") => ShownEstimates.Of(rows, caption);

    /// <summary>Reliability of scales.</summary>
    public static Table Show(this IReadOnlyList<ScaleReliability> rows, string caption = "Reliability of the scales") => ShownScales.Of(rows, caption);

    /// <summary>Statistics of items.</summary>
    public static Table Show(this IReadOnlyList<ItemStatistics> rows, string caption = "Items") => ShownScales.Of(rows, caption);

    /// <summary>A matrix of validity under a caption.</summary>
    public static Table Show(this ValidityMatrix matrix, string caption) => ShownScales.Of(matrix, caption);

    /// <summary>Topics in their order.</summary>
    public static Table Show(this IReadOnlyList<RankedTopic> topics, string caption = "Topics in the order of their means") => ShownRanking.Of(topics, caption);

    /// <summary>Items of a survey.</summary>
    public static Table Show(this IReadOnlyList<Item> items, string caption = "Items") => ShownSurvey.Items(items, null, caption);

    /// <summary>Published statistics.</summary>
    public static Table Show(this IReadOnlyList<ReportedStatistic> statistics, string caption = "Published statistics") => ShownChecks.Of(statistics, caption);

    /// <summary>Steps of a minimiser.</summary>
    public static Table Show(this IReadOnlyList<DescentStep> steps, string caption = "Steps downhill") => ShownTeaching.Of(steps, caption);

    /// <summary>Numbers worked out by hand beside the engine's.</summary>
    public static Table Show(this IReadOnlyList<HandCheck> checks, string caption = "By hand and by the engine") => ShownTeaching.Of(checks, caption);

    /// <summary>A matrix, its rows and columns named where names are given.</summary>
    public static Table Show(this Matrix<double> matrix, IReadOnlyList<string>? rows = null, IReadOnlyList<string>? columns = null, string caption = "", int decimals = 3) =>
        ShownMatrix.Of(matrix, rows, columns ?? rows, caption, decimals);

    /// <summary>A vector, its elements named where names are given.</summary>
    public static Table Show(this Vector<double> vector, IReadOnlyList<string>? names = null, string caption = "", int decimals = 3) =>
        ShownMatrix.Of(vector, names, caption, decimals);
}
