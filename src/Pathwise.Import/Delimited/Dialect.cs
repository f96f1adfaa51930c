namespace Pathwise.Import.Delimited;

/// <summary>Which character separates the fields of a text.</summary>
internal sealed record Dialect(char Separator, bool HasLineOfItsOwn)
{
    private const int Sampled = 100;

    private static readonly char[] Candidates = [',', ';', '\t', '|'];

    /// <summary>What it is called.</summary>
    public string Name => Separator switch { ',' => "commas", ';' => "semicolons", '\t' => "tabs", _ => $"the character {Separator}" };

    /// <summary>
    /// The character that a first line "sep=;" names, as spreadsheets write it; else the one that cuts the first hundred records into
    /// the same number of fields, more than one, most often.
    /// </summary>
    /// <param name="path">The file.</param>
    /// <param name="open">Opens the text from its beginning.</param>
    public static Dialect Of(string path, Func<TextReader> open)
    {
        using (var text = open())
        {
            if (text.ReadLine() is { Length: 5 } first && first.StartsWith("sep=", StringComparison.OrdinalIgnoreCase))
                return new(first[4], true);
        }

        var best = Candidates.Select(separator => (separator, score: Score(path, open, separator))).MaxBy(each => each.score);
        return new(best.separator, false);
    }

    // The share of the records that have as many fields as most have; among equal shares, the more fields.
    private static double Score(string path, Func<TextReader> open, char separator)
    {
        using var text = open();
        var widths = new List<int>();
        try
        {
            var reader = new RecordReader(path, text, separator);
            while (widths.Count < Sampled && reader.Read() is { } fields)
            {
                if (fields is not [""])
                    widths.Add(Array.FindLastIndex(fields, field => field.Length > 0) + 1);
            }
        }
        catch (InputException)
        {
            return 0;
        }

        if (widths.Count == 0 || widths.Max() < 2)
            return 0;
        var common = widths.GroupBy(width => width).MaxBy(group => group.Count())!;
        return (common.Key > 1 ? (double)common.Count() / widths.Count : 0) + (Math.Min(widths[0], 1000) / 2000.0);
    }
}
