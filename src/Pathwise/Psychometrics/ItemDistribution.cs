using Pathwise.Numerics;
using Pathwise.Surveys;
using Pathwise.Tables;

namespace Pathwise.Psychometrics;

/// <summary>Which estimates of skewness and kurtosis (Joanes and Gill 1998); the numbers are those of psych::describe.</summary>
public enum SkewnessType
{
    /// <summary>Type 1, g1 and g2: moments of the sample divided by n.</summary>
    Moments = 1,

    /// <summary>Type 2, G1 and G2: unbiased for normal data, as SAS, SPSS and Excel print them.</summary>
    Unbiased = 2,

    /// <summary>Type 3, b1 and b2: third and fourth moments over powers of the standard deviation with divisor n - 1, the default of psych::describe.</summary>
    Sample = 3,
}

/// <summary>
/// How the answers to one item are distributed, over the cases that answered it. Kurtosis is the excess over that of the normal
/// distribution. Null where they do not exist: too few answers, or all the same.
/// </summary>
[TypeFormatterSource]
public sealed record ItemDistribution(
    string Item, int Cases, double Mean, double? StandardDeviation, double Lowest, double Highest, double? Skewness, double? Kurtosis, SkewnessType Type)
{
    internal static ItemDistribution Of(string item, double[] answers, SkewnessType type)
    {
        if (answers.Length == 0)
            throw new InputException($"Nobody answered '{item}'; a distribution needs at least one answer.");
        var mean = Univariate.Mean(answers);
        double Power(int power) => answers.Average(answer => Math.Pow(answer - mean, power));
        var isVarying = answers.Any(answer => answer != answers[0]);
        double? g1 = isVarying ? Power(3) / Math.Pow(Power(2), 1.5) : null;
        double? g2 = isVarying ? (Power(4) / Math.Pow(Power(2), 2)) - 3 : null;
        return new(
            item, answers.Length, mean, answers.Length > 1 ? Univariate.StandardDeviation(answers) : null, answers.Min(), answers.Max(),
            SkewnessOf(g1, answers.Length, type), KurtosisOf(g2, answers.Length, type), type);
    }

    private static double? SkewnessOf(double? g1, double n, SkewnessType type) => type switch
    {
        SkewnessType.Moments => g1,
        SkewnessType.Unbiased => n > 2 ? g1 * Math.Sqrt(n * (n - 1)) / (n - 2) : null,
        _ => g1 * Math.Pow((n - 1) / n, 1.5),
    };

    private static double? KurtosisOf(double? g2, double n, SkewnessType type) => type switch
    {
        SkewnessType.Moments => g2,
        SkewnessType.Unbiased => n > 3 ? (((n + 1) * g2) + 6) * (n - 1) / ((n - 2) * (n - 3)) : null,
        _ => ((g2 + 3) * Math.Pow((n - 1) / n, 2)) - 3,
    };
}

/// <summary>The verb that describes items one by one.</summary>
public static class DistributionsOfItems
{
    /// <summary>One row for each item of a survey, as answered: nothing is recoded.</summary>
    public static IReadOnlyList<ItemDistribution> ItemDistributions(this SurveyData survey, SkewnessType type = SkewnessType.Sample) =>
        survey.Table.ItemDistributions(survey.Codebook.ItemNames, type);

    /// <summary>One row for each of these columns of numbers.</summary>
    public static IReadOnlyList<ItemDistribution> ItemDistributions(this DataTable table, IReadOnlyList<string> items, SkewnessType type = SkewnessType.Sample)
    {
        ArgumentNullException.ThrowIfNull(table);
        return [.. items.Select(item => ItemDistribution.Of(item, [.. table.Numbers(item).Where(answer => !double.IsNaN(answer))], type))];
    }
}
