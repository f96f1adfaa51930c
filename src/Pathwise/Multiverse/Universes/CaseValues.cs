using MathNet.Numerics.Statistics;
using Pathwise.Multiverse.Plans;
using Pathwise.Numerics;
using Pathwise.Surveys;
using Pathwise.Tables;

namespace Pathwise.Multiverse.Universes;

/// <summary>What rules look at, a value for each case of the data; NaN where a case has none.</summary>
internal static class CaseValues
{
    /// <summary>The longest run of equal answers to items that follow each other; a missing answer ends a run.</summary>
    public static double[] LongestRuns(DataTable table, IReadOnlyList<string> items) => OfCases(table, items, answers =>
    {
        int longest = 0, run = 0;
        for (var j = 0; j < answers.Length; j++)
        {
            run = double.IsNaN(answers[j]) ? 0 : j > 0 && answers[j] == answers[j - 1] ? run + 1 : 1;
            longest = Math.Max(longest, run);
        }

        return longest;
    });

    /// <summary>The standard deviation (divisor k - 1) of the answers that there are.</summary>
    public static double[] Variability(DataTable table, IReadOnlyList<string> items) => OfCases(table, items, answers =>
        answers.Where(answer => !double.IsNaN(answer)).ToArray() is { Length: > 1 } given ? Univariate.StandardDeviation(given) : double.NaN);

    /// <summary>Seconds: of a column of numbers, or from one time to another.</summary>
    public static double[] Seconds(DataTable table, RowRule rule)
    {
        if (rule.Until is null)
            return [.. table.Numbers(rule.Column!)];
        var (begin, end) = (Times(table, rule.Column!), Times(table, rule.Until));
        return [.. begin.Select((time, i) => time is { } from && end[i] is { } to ? (to - from).TotalSeconds : double.NaN)];
    }

    /// <summary>
    /// The correlation over scales between the means of a case's first, third, ... and of its second, fourth, ... items, stepped up to the whole length
    /// (Spearman and Brown); answers as recoded. NaN for fewer than two scales of two items, or without variance.
    /// </summary>
    public static double[] EvenOdd(DataTable recoded, IReadOnlyList<Scale> scales)
    {
        double[][] scored = [.. scales.Where(scale => scale.Items.Count > 1).SelectMany(scale => new[] { Half(recoded, scale, 0), Half(recoded, scale, 1) })];
        return [.. Enumerable.Range(0, recoded.Count).Select(i => Consistency(
            [.. scored.Where((_, half) => half % 2 == 0).Select(values => values[i])], [.. scored.Where((_, half) => half % 2 == 1).Select(values => values[i])]))];
    }

    /// <summary>The items of each case.</summary>
    public static double[][] Rows(DataTable table, IReadOnlyList<string> items)
    {
        var columns = items.Select(table.Numbers).ToArray();
        return [.. Enumerable.Range(0, table.Count).Select(i => Array.ConvertAll(columns, column => column[i]))];
    }

    private static double[] OfCases(DataTable table, IReadOnlyList<string> items, Func<double[], double> value) => [.. Rows(table, items).Select(value)];

    private static DateTime?[] Times(DataTable table, string column)
    {
        var texts = table.Texts(column);
        return [.. texts.Select((text, i) => text is null ? (DateTime?)null : Time(table, column, text, i))];
    }

    private static DateTime Time(DataTable table, string column, string text, int row)
    {
        try
        {
            return CellCheck.Time(text);
        }
        catch (FormatException problem)
        {
            throw new InputException($"{table.Source}, line {table.Lines[row]}, column {column}: '{text}' is not a time; expected such as 2026-03-01T10:15:00.", problem);
        }
    }

    private static double[] Half(DataTable table, Scale scale, int rest)
    {
        var rows = Rows(table, [.. scale.ItemNames.Where((_, j) => j % 2 == rest)]);
        return [.. rows.Select(answers => answers.Where(answer => !double.IsNaN(answer)).DefaultIfEmpty(double.NaN).Average())];
    }

    private static double Consistency(double[] first, double[] second)
    {
        int[] there = [.. Enumerable.Range(0, first.Length).Where(i => !double.IsNaN(first[i]) && !double.IsNaN(second[i]))];
        if (there.Length < 2)
            return double.NaN;
        var correlation = Correlation.Pearson(there.Select(i => first[i]), there.Select(i => second[i]));
        return 2 * correlation / (1 + correlation);
    }
}
