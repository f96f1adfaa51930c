using Pathwise.Tables;

namespace Pathwise.Psychometrics;

/// <summary>
/// Agreement of any number of coders with any units left out by some (Krippendorff, 2011): 1 - observed / expected
/// disagreement. Null when all codes are the same, since nothing could have disagreed.
/// </summary>
/// <param name="Alpha">The coefficient.</param>
/// <param name="Observed">Observed disagreement.</param>
/// <param name="Expected">Disagreement when codes fall on units by chance.</param>
/// <param name="Units">Units with at least two codes.</param>
/// <param name="Codes">Codes in these units.</param>
/// <param name="Level">What the codes were taken to mean.</param>
[TypeFormatterSource]
public sealed record KrippendorffAlpha(double? Alpha, double Observed, double Expected, int Units, int Codes, MeasurementLevel Level);

/// <summary>The verb that compares coders.</summary>
public static class KrippendorffAlphaOfTable
{
    /// <summary>Alpha of columns of codes, one for each coder, one row for each unit; a blank is a unit left out, and 1 and 1.0 are one code.</summary>
    /// <exception cref="InputException">Fewer than two coders, no unit coded twice, or codes that are no numbers where numbers are needed.</exception>
    public static KrippendorffAlpha KrippendorffAlpha(this DataTable table, IReadOnlyList<string> coders, MeasurementLevel level = MeasurementLevel.Nominal)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(coders);
        if (coders.Count < 2)
            throw new InputException($"{coders.Count} column of codes; agreement needs at least two coders.");
        var columns = coders.Select(table.Texts).ToArray();
        var units = Enumerable.Range(0, table.Count)
            .Select(row => columns.Select(column => column[row]).OfType<string>().ToArray())
            .Where(codes => codes.Length > 1)
            .ToArray();
        return units.Length == 0
            ? throw new InputException($"No row of {table.Source} has two codes among {string.Join(", ", coders)}; agreement needs units that two have coded.")
            : Of(units, level, table.Source);
    }

    private static KrippendorffAlpha Of(string[][] units, MeasurementLevel level, string source)
    {
        var categories = EqualCodes.InOrder(units.SelectMany(codes => codes));
        var coincidences = Coincidences(units, categories);
        var k = categories.Count;
        var margins = Enumerable.Range(0, k).Select(i => Enumerable.Range(0, k).Sum(j => coincidences[i, j])).ToArray();
        var n = margins.Sum();
        var distances = Distances(categories, margins, level, source);
        double observed = 0, expected = 0;
        for (var i = 0; i < k; i++)
        {
            for (var j = 0; j < k; j++)
            {
                observed += coincidences[i, j] * distances[i, j] / n;
                expected += margins[i] * margins[j] * distances[i, j] / (n * (n - 1));
            }
        }

        return new(expected > 0 ? 1 - (observed / expected) : null, observed, expected, units.Length, units.Sum(codes => codes.Length), level);
    }

    // Every ordered pair of codes of a unit, each weighing 1 / (codes of the unit - 1).
    private static double[,] Coincidences(string[][] units, IReadOnlyList<string> categories)
    {
        var position = categories.Select((code, i) => (code, i)).ToDictionary(pair => EqualCodes.Key(pair.code), pair => pair.i);
        var coincidences = new double[categories.Count, categories.Count];
        foreach (var codes in units)
        {
            var keys = Array.ConvertAll(codes, EqualCodes.Key);
            for (var a = 0; a < codes.Length; a++)
            {
                for (var b = 0; b < codes.Length; b++)
                {
                    if (a != b)
                        coincidences[position[keys[a]], position[keys[b]]] += 1.0 / (codes.Length - 1);
                }
            }
        }

        return coincidences;
    }

    private static double[,] Distances(IReadOnlyList<string> categories, double[] margins, MeasurementLevel level, string source)
    {
        var k = categories.Count;
        var numbers = level is MeasurementLevel.Interval or MeasurementLevel.Ratio ? [.. categories.Select(code => Number(code, level, source))] : new double[k];
        var distances = new double[k, k];
        for (var i = 0; i < k; i++)
        {
            for (var j = 0; j < i; j++)
                distances[i, j] = distances[j, i] = Math.Pow(Apart(i, j, numbers, margins, level), 2);
        }

        return distances;
    }

    private static double Apart(int i, int j, double[] numbers, double[] margins, MeasurementLevel level) => level switch
    {
        MeasurementLevel.Nominal => 1,
        MeasurementLevel.Ordinal => margins[j..(i + 1)].Sum() - ((margins[i] + margins[j]) / 2),
        MeasurementLevel.Interval => numbers[i] - numbers[j],
        _ => (numbers[i] - numbers[j]) / (numbers[i] + numbers[j]),
    };

    private static double Number(string code, MeasurementLevel level, string source)
    {
        var number = EqualCodes.Number(code)
            ?? throw new InputException($"{source}: the code '{code}' is no number; expected numbers for codes with equal steps.");
        return level == MeasurementLevel.Ratio && number < 0
            ? throw new InputException($"{source}: the code '{code}' is below zero; expected numbers with a zero for codes of a ratio.")
            : number;
    }
}
