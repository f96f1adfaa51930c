using System.Globalization;
using Pathwise.Sem.Moments;

namespace Pathwise.Sem.Estimation;

/// <summary>How many cases with missing values have both variables of a pair; warnings where these are none or few.</summary>
internal static class Coverage
{
    // Below this share lavaan warns.
    private const double Low = 0.1;
    private const int Named = 10;

    /// <summary>Warnings of one group's sample that name the pairs; nothing where all values are there.</summary>
    public static IEnumerable<FitWarning> Warnings(SampleMoments sample)
    {
        if (!sample.HasMissing)
            return [];
        var pairs = Pairs(sample);
        return [.. None([.. pairs.Where(pair => pair.Share == 0)], sample), .. Few([.. pairs.Where(pair => pair.Share is > 0 and < Low)], sample)];
    }

    private static IEnumerable<FitWarning> None((string Names, double Share)[] pairs, SampleMoments sample)
    {
        if (pairs.Length > 0)
        {
            yield return new("no-coverage", $"{Where(sample)}: no case has both {List([.. pairs.Select(pair => pair.Names)])}. " +
                "The data say nothing about these covariances, and the saturated model, the chi-square and the residuals there rest on nothing.");
        }
    }

    private static IEnumerable<FitWarning> Few((string Names, double Share)[] pairs, SampleMoments sample)
    {
        if (pairs.Length > 0)
        {
            yield return new("low-coverage", $"{Where(sample)}: less than 10 % of the cases have {List([.. pairs.Select(Text)])}. " +
                "What the model says about these covariances rests on few cases.");
        }
    }

    private static string Text((string Names, double Share) pair) =>
        string.Create(CultureInfo.InvariantCulture, $"{pair.Names} ({100 * pair.Share:0.#} %)");

    private static string List(string[] texts) => texts.Length <= Named
        ? string.Join(", ", texts)
        : $"{string.Join(", ", texts[..Named])} and {texts.Length - Named} more pairs";

    private static string Where(SampleMoments sample) => SampleMoments.Where(sample.Group);

    // Variables with themselves too.
    private static List<(string Names, double Share)> Pairs(SampleMoments sample)
    {
        var (p, counts) = (sample.Names.Count, new double[sample.Names.Count, sample.Names.Count]);
        foreach (var pattern in sample.Patterns)
        {
            foreach (var i in pattern.Observed)
            {
                foreach (var j in pattern.Observed)
                    counts[i, j] += pattern.Share;
            }
        }

        return [.. from i in Enumerable.Range(0, p) from j in Enumerable.Range(0, i + 1)
                   select (i == j ? sample.Names[i] : $"{sample.Names[j]} and {sample.Names[i]}", counts[i, j])];
    }
}
