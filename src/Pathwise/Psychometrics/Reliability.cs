using MathNet.Numerics.LinearAlgebra;
using Pathwise.Numerics;
using Pathwise.Surveys;
using Pathwise.Tables;

namespace Pathwise.Psychometrics;

/// <summary>Reliability of a survey's scales from the items' covariances. Reverse-keyed items are recoded first.</summary>
public static class Reliability
{
    /// <summary>One row for each scale, over the cases that answered all of its items.</summary>
    public static IReadOnlyList<ScaleReliability> Reliabilities(this SurveyData survey, double level = 0.95) =>
        survey.Codebook.Scales.Select(scale => Of(scale.Name, scale.Title, CompleteCases.Of(survey, scale.ItemNames).Values, level)).ToArray();

    /// <summary>
    /// The reliability of columns of numbers taken as one scale, over the rows that have all of them; nothing is recoded.
    /// </summary>
    public static ScaleReliability ScaleReliability(this DataTable table, string scale, IReadOnlyList<string> items, double level = 0.95) =>
        Of(scale, scale, CompleteCases.Of(table, items).Values, level);

    /// <summary>One row for each of these columns of numbers, taken as the items of one scale.</summary>
    public static IReadOnlyList<ItemStatistics> ItemStatistics(this DataTable table, string scale, IReadOnlyList<string> items) =>
        [.. Items(scale, items, CompleteCases.Of(table, items).Values)];

    /// <summary>One row for each item of each scale, over the cases that answered all items of that scale.</summary>
    public static IReadOnlyList<ItemStatistics> ItemStatistics(this SurveyData survey) =>
        survey.Codebook.Scales.SelectMany(scale => Items(scale.Name, scale.ItemNames, CompleteCases.Of(survey, scale.ItemNames).Values)).ToArray();

    internal static ScaleReliability Of(string name, string title, Matrix<double> values, double level)
    {
        ConfidenceLevel.Require(level);
        var covariance = Moments.Covariance(values);
        var alpha = CronbachAlpha.Of(covariance);
        var correlation = alpha is null ? null : Moments.Standardized(covariance);
        return new ScaleReliability(
            name, title, values.ColumnCount, values.RowCount, alpha,
            CronbachAlpha.Feldt(alpha, values.RowCount, values.ColumnCount, level),
            correlation is null ? null : CronbachAlpha.Of(correlation),
            correlation is null ? null : MeanOffDiagonal(correlation));
    }

    internal static IEnumerable<ItemStatistics> Items(string scale, IReadOnlyList<string> names, Matrix<double> values)
    {
        var means = Moments.Means(values);
        var covariance = Moments.Covariance(values);
        return names.Select((name, i) => new ItemStatistics(
            name, scale, values.RowCount, means[i], Math.Sqrt(covariance[i, i]),
            ItemTotal(covariance, i, own: covariance[i, i]), ItemTotal(covariance, i, own: 0), AlphaWithout(covariance, i)));
    }

    private static double MeanOffDiagonal(Matrix<double> correlation)
    {
        var k = correlation.RowCount;
        return (correlation.Enumerate().Sum() - k) / (k * (k - 1.0));
    }

    // Correlation of item i with the sum of the others, plus its own variance when it is part of the sum.
    private static double? ItemTotal(Matrix<double> covariance, int i, double own)
    {
        if (covariance.RowCount < 2)
            return null;
        var rest = covariance.Row(i).Sum() - covariance[i, i];
        var others = covariance.Enumerate().Sum() - (2 * rest) - covariance[i, i];
        var sum = own > 0 ? others + (2 * rest) + own : others;
        return (rest + own) / Math.Sqrt(covariance[i, i] * sum) is var r && double.IsFinite(r) ? r : null;
    }

    private static double? AlphaWithout(Matrix<double> covariance, int i)
    {
        if (covariance.RowCount < 3)
            return null;
        return CronbachAlpha.Of(covariance.RemoveRow(i).RemoveColumn(i));
    }
}
