using System.Globalization;

namespace Pathwise.Auditing.Reported;

/// <summary>From the texts of a file to a reported statistic; every text that does not fit names its line and what was expected.</summary>
internal static class StatisticParser
{
    /// <summary>The statistic that these fields state.</summary>
    public static ReportedStatistic Parse(StatisticFields fields, DecimalMark? ofFile = null)
    {
        var kind = Kind(fields);
        var printed = fields.Required("printed");
        return new ReportedStatistic
        {
            Id = Id(fields),
            What = fields.Required("what"),
            Kind = kind,
            Printed = printed,
            Number = kind.IsNumeric() ? Number(fields, kind, printed, ofFile) : null,
            DegreesOfFreedom = DegreesOfFreedom(fields),
            N = Cases(fields),
            Place = fields.Required("place"),
            Links = Pairs(fields, "links", AuditVocabulary.Roles),
            Details = Pairs(fields, "details", AuditVocabulary.Details),
            Notebook = fields["notebook"],
            Why = fields["why"],
            Taken = Taken(fields),
            Inputs = fields["inputs"]?.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? [],
            Source = fields.Source,
        };
    }

    private static string Id(StatisticFields fields)
    {
        var id = fields.Required("id");
        return id.All(letter => char.IsLetterOrDigit(letter) || letter is '.' or '-' or '_')
            ? id
            : throw new InputException($"{fields.Source}: the id '{id}' may hold letters, digits, '.', '-' and '_' only.");
    }

    private static StatisticKind Kind(StatisticFields fields)
    {
        var text = fields.Required("kind");
        return StatisticKindText.Parse(text) ?? throw new InputException(
            $"{fields.Source}: the kind '{text}' is not known; expected one of: {StatisticKindText.All}.");
    }

    private static ReportedNumber Number(StatisticFields fields, StatisticKind kind, string printed, DecimalMark? ofFile)
    {
        var isOnScale = fields["details"]?.Contains("scale:", StringComparison.Ordinal) == true;
        if (DecimalMarks.For(kind, printed, ofFile, isOnScale) is not { } mark)
            throw new InputException(
                $"{fields.Source}: the printed text '{printed}' may be {printed.Replace(",", "", StringComparison.Ordinal)} or {printed.Replace(',', '.')}, and no other number of the file tells which; write it without the comma, or with a point before the decimals.");
        var isP = kind == StatisticKind.PValue;
        return (isP ? ReportedNumber.TryParseP(printed, mark, out var number) : ReportedNumber.TryParse(printed, mark, out number))
            ? number
            : throw new InputException(
                $"{fields.Source}: the printed text '{printed}' is not a number; a {fields["kind"]} is printed like {(isP ? ".010, < .01, 5.8e-48 or n.s." : "5.10, .010, < .01 or 43.5 %.")}");
    }

    private static double[] DegreesOfFreedom(StatisticFields fields)
    {
        var parts = fields["df"]?.Split(',', StringSplitOptions.TrimEntries) ?? [];
        var numbers = Array.ConvertAll(parts, part => PositiveNumber(fields, part));
        var expected = fields["kind"] == StatisticKind.F.Text() ? 2 : 1;
        return numbers.Length == 0 || numbers.Length == expected
            ? numbers
            : throw new InputException($"{fields.Source}: the df '{fields["df"]}' are {numbers.Length} numbers; expected {expected}.");
    }

    private static double PositiveNumber(StatisticFields fields, string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && value > 0 && double.IsFinite(value)
            ? value
            : throw new InputException($"{fields.Source}: the df '{fields["df"]}' is not a positive number (two of them, with a comma, for F).");

    private static int? Cases(StatisticFields fields)
    {
        if (fields["n"] is not { } text)
            return null;
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var n) && n > 0
            ? n
            : throw new InputException($"{fields.Source}: the n '{text}' is not a positive whole number.");
    }

    private static string? Taken(StatisticFields fields) => fields["taken"] is { } taken && fields["why"] is not null
        ? throw new InputException($"{fields.Source}: '{taken}' in taken, though the field why says that nothing is compared; expected one of the two.")
        : fields["taken"];

    private static Dictionary<string, string> Pairs(StatisticFields fields, string field, IReadOnlyList<string> known)
    {
        var pairs = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var part in fields[field]?.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? [])
        {
            var colon = part.IndexOf(':', StringComparison.Ordinal);
            var name = colon < 0 ? part : part[..colon].Trim();
            if (!known.Contains(name))
                throw new InputException($"{fields.Source}: '{name}' in {field} is not known; expected one of: {string.Join(", ", known)}.");
            if (colon < 0 || part[(colon + 1)..].Trim() is not { Length: > 0 } value || !pairs.TryAdd(name, value))
                throw new InputException($"{fields.Source}: '{part}' in {field} is not of the form 'name: value', each name once.");
        }

        return pairs;
    }
}
