using System.Globalization;
using Pathwise.Surveys;

namespace Pathwise.Sem.Moderation;

/// <summary>Reads the values of moderators as they are written: <c>mean,sd</c>, <c>16,50,84</c>, <c>p10,p90</c>, numbers, <c>FROM:TO:STEP</c>, each with or without <c>NAME=</c>.</summary>
internal static class ModeratorPoints
{
    private const int Most = 10_000;
    private const string Expected = "expected mean,sd, the percentiles 16,50,84 or p10,p50,p90, numbers as 0,1.5, or FROM:TO:STEP; for one moderator with its name before it, as w=0,1";

    /// <summary>The values asked for of each moderator; null where nothing is said of it. What names no moderator is said of those that are not categorical, if there are any.</summary>
    /// <exception cref="InputException">A text is none of these, or names no moderator.</exception>
    public static IReadOnlyList<IReadOnlyList<ModeratorPoint>?> Of(ModeratorBlocks blocks, IReadOnlyList<string> texts)
    {
        string[] moderators = [.. blocks.All.Select(block => block.Name)];
        if (texts.Count > 0 && moderators.Length == 0)
            throw new InputException($"--at {texts[0]}: values of which moderator? Give --moderator NAME with it.");
        var found = new IReadOnlyList<ModeratorPoint>?[moderators.Length];
        foreach (var text in texts.OrderBy(each => each.Contains('=', StringComparison.Ordinal)))
        {
            var (name, values) = text.Split('=', 2) is [var before, var after] ? (before.Trim(), after) : ("", text);
            if (name.Length > 0 && !moderators.Contains(name))
                throw new InputException($"--at {text}: '{name}' is no moderator that was asked for; there are: {string.Join(", ", moderators)}.");
            for (var j = 0; j < found.Length; j++)
            {
                var coding = blocks.All[j].Coding;
                if (moderators[j] == name || (name.Length == 0 && (coding is null || blocks.All.All(block => block.Coding is not null))))
                    found[j] = coding is null ? Read(text, values.Trim()) : Categories(text, values, coding);
            }
        }

        return found;
    }

    /// <summary>A category as a value.</summary>
    public static ModeratorPoint Category(string category) => new(ModeratorPointKind.Value, double.NaN) { Category = category };

    private static ModeratorPoint[] Categories(string text, string values, CategoryCoding coding) => [.. values.Split(',').Select(part => coding.Categories.Contains(part.Trim())
        ? Category(part.Trim())
        : throw new InputException($"--at {text}: '{part.Trim()}' is no category of {coding.Name} that a case has; expected some of {string.Join(", ", coding.Categories)}.")).Distinct()];

    private static ModeratorPoint[] Read(string text, string values)
    {
        string[] parts = [.. values.Split(',').Select(part => part.Trim())];
        return parts switch
        {
            ["mean", "sd"] => ModeratorPoint.MeanAndDeviations,
            ["mean"] => [new(ModeratorPointKind.Deviations, 0)],
            ["16", "50", "84"] => [.. new[] { 16.0, 50, 84 }.Select(percent => new ModeratorPoint(ModeratorPointKind.Percentile, percent))],
            _ => [.. parts.SelectMany(part => Points(text, part)).Distinct()],
        };
    }

    private static IEnumerable<ModeratorPoint> Points(string text, string part) => part.Split(':') switch
    {
        [['p' or 'P', .. var percent]] => [Percentile(text, percent)],
        [[.. var percent, '%']] => [Percentile(text, percent)],
        [var one] => [new(ModeratorPointKind.Value, Number(text, one))],
        [var from, var to, var step] => Range(text, Number(text, from), Number(text, to), Number(text, step)),
        _ => throw Complaint(text),
    };

    private static ModeratorPoint Percentile(string text, string percent) => Number(text, percent) is var number and >= 0 and <= 100
        ? new(ModeratorPointKind.Percentile, number)
        : throw Complaint(text);

    // Each number as it would be typed: 0.3, not 0.30000000000000004.
    private static IEnumerable<ModeratorPoint> Range(string text, double from, double to, double step)
    {
        var count = Math.Floor(((to - from) / step) + 1e-9);
        return count is >= 0 and < Most
            ? Enumerable.Range(0, (int)count + 1).Select(i => new ModeratorPoint(ModeratorPointKind.Value, Math.Round(from + (i * step), 12)))
            : throw Complaint(text);
    }

    private static double Number(string text, string part) =>
        double.TryParse(part, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && double.IsFinite(value) ? value : throw Complaint(text);

    private static InputException Complaint(string text) => new($"--at {text}: these are no values of a moderator; {Expected}.");
}
