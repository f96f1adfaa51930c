using System.Globalization;

namespace Pathwise.Tables;

/// <summary>A value that may be a code for a missing answer: the column, the value as text, and in how many cases it stands.</summary>
[TypeFormatterSource]
public sealed record PossibleCode(string Column, string Value, int Count);

/// <summary>Looks for values that are probably codes for missing answers.</summary>
public static class PossibleCodes
{
    private const int FewCases = 20;

    /// <summary>
    /// In columns of numbers, the values that codebooks use as codes (77, 88, 96 to 99, 999, -9, -99 and their like) where they lie
    /// outside the other values by more than these spread, or are the only negative ones; in columns of texts, the marks that other
    /// programs write (., NaN, #N/A). A value inside or near the others is no such code, whatever it looks like.
    /// </summary>
    public static IReadOnlyList<PossibleCode> FindPossibleCodes(this DataTable table, IEnumerable<string> columns) =>
        [.. columns.Distinct().SelectMany(name => table.IsNumeric(name) ? InNumbers(name, table.Numbers(name)) : InTexts(name, table.Texts(name)))];

    private static IEnumerable<PossibleCode> InTexts(string name, IReadOnlyList<string?> texts) => texts
        .OfType<string>()
        .Where(NotNumbers.LooksMissing)
        .GroupBy(text => text, StringComparer.Ordinal)
        .Select(group => new PossibleCode(name, group.Key, group.Count()));

    private static IEnumerable<PossibleCode> InNumbers(string name, IReadOnlyList<double> numbers)
    {
        var counts = new Dictionary<double, int>();
        var (lowest, highest) = (double.PositiveInfinity, double.NegativeInfinity);
        foreach (var number in numbers)
        {
            if (IsCodeLike(number))
                counts[number] = counts.GetValueOrDefault(number) + 1;
            else if (!double.IsNaN(number))
                (lowest, highest) = (Math.Min(lowest, number), Math.Max(highest, number));
        }

        return Outside(counts, lowest, highest).Concat(AfterShortScale(numbers)).Order().Select(code => new PossibleCode(name, code.ToString(CultureInfo.InvariantCulture), numbers.Count(number => number == code)));
    }

    // 8 and 9 behind answers up to 6: at least two steps away, in many cases of whole numbers.
    private static IEnumerable<double> AfterShortScale(IReadOnlyList<double> numbers)
    {
        var others = numbers.Where(number => !double.IsNaN(number) && number is not (8 or 9)).ToArray();
        if (others.Length < FewCases || !others.All(number => number is >= 0 and <= 6 && double.IsInteger(number)) || others.Distinct().Count() < 3)
            return [];
        return Enumerable.Range(8, 2).Select(code => (double)code).Where(numbers.Contains);
    }

    // From the nearest on: one that is near widens the range of the others.
    private static List<double> Outside(Dictionary<double, int> counts, double lowest, double highest)
    {
        List<double> far = [];
        if (!(lowest < highest))
            return far;
        foreach (var code in counts.Keys.OrderBy(code => Math.Max(lowest - code, code - highest)))
        {
            if (IsFar(code, counts[code], lowest, highest))
                far.Add(code);
            else
                (lowest, highest) = (Math.Min(lowest, code), Math.Max(highest, code));
        }

        return far;
    }

    private static bool IsFar(double code, int count, double lowest, double highest)
    {
        var (gap, range) = (Math.Max(lowest - code, code - highest), highest - lowest);
        var isOnlyNegative = code < -10 && lowest >= 0 && (count > 1 || gap > range / 2);
        return gap > range || isOnlyNegative;
    }

    // -9, 99, -99, 999, ..., with a last digit of 6, 7 or 8 in their place, or of one of these digits alone.
    private static bool IsCodeLike(double number)
    {
        if (!double.IsInteger(number) || Math.Abs(number) is not (> 6 and < 1e8) || (number is > 0 and < 10))
            return false;
        var rest = (int)Math.Abs(number);
        var last = rest % 10;
        if (last < 6)
            return false;
        var others = rest / 10;
        return AreAll(others, 9) || AreAll(others, last);
    }

    private static bool AreAll(int number, int digit)
    {
        while (number > 0 && number % 10 == digit)
            number /= 10;
        return number == 0;
    }
}
