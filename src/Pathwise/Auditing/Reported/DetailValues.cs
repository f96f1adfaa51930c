using System.Globalization;
using System.Text.RegularExpressions;

namespace Pathwise.Auditing.Reported;

/// <summary>
/// The values that details may have. A value that no check knows would leave its check undone, silently: it is refused; what means
/// the same in other words (one-tailed, 1-sided) is written as the checks read it.
/// </summary>
internal static partial class DetailValues
{
    private static readonly (string Detail, string Value, Regex Words)[] Words =
    [
        ("tails", "1", OneTail()),
        ("tails", "2", TwoTails()),
        ("values", "binary", ZerosAndOnes()),
        ("interval", "symmetric", new Regex("^symmetric$")),
        ("interval", "bootstrap", new Regex("^bootstrap(ped)?$")),
        ("effect", "direct", new Regex("^direct$")),
        ("effect", "total", new Regex("^total$")),
        ("effect", "indirect", new Regex("^indirect$")),
        ("interval", "bias-corrected", BiasCorrected()),
        ("relation", "at most", new Regex("^at[ -]most$")),
        ("relation", "among", new Regex("^among$")),
        ("relation", "none", new Regex("^none$")),
        ("relation", "some", new Regex("^some$")),
        ("argument", "full mediation", new Regex("^(full|complete) mediation$")),
        ("argument", "one factor", new Regex("^(harman|((one|single|1)[ -]factor( test)?))$")),
        ("argument", "reversed arrows", new Regex("^revers(ed|al of) (arrows|paths|causality)$")),
        ("argument", "gaussian copula", new Regex("^(gaussian )?copula$")),
    ];

    // Far more than any paper has, and few enough to count with.
    private static readonly (string Detail, int Most)[] WholeNumbers =
        [("items", 100_000), ("variables", 1000), ("parameters", 1_000_000), ("groups", 1000)];

    /// <summary>The statistic with its details as the checks read them; a value that none knows is an <see cref="InputException"/>.</summary>
    public static ReportedStatistic Checked(ReportedStatistic statistic) => statistic.Details.Count == 0
        ? statistic
        : statistic with
        {
            Details = statistic.Details.ToDictionary(detail => detail.Key, detail => Checked(statistic, detail.Key, detail.Value), StringComparer.Ordinal),
        };

    private static string Checked(ReportedStatistic statistic, string name, string value)
    {
        var text = value.Trim();
        if (Array.Exists(Words, word => word.Detail == name))
            return Word(statistic, name, text);
        if (Array.Find(WholeNumbers, whole => whole.Detail == name) is { Detail: not null, Most: var most })
            return Whole(statistic, name, text, most);
        return name switch
        {
            "scale" => Scale(statistic, text),
            "level" => Level(statistic, text),
            _ => value,
        };
    }

    private static string Word(ReportedStatistic statistic, string name, string text)
    {
        var known = Array.FindAll(Words, word => word.Detail == name);
        return Array.Find(known, word => word.Words.IsMatch(text.ToLowerInvariant())) is { Value: { } value }
            ? value
            : throw Refused(statistic, name, text, string.Join(" or ", known.Select(word => word.Value)));
    }

    private static string Whole(ReportedStatistic statistic, string name, string text, int most) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var whole) && whole > 0 && whole <= most
            ? text
            : throw Refused(statistic, name, text, string.Create(CultureInfo.InvariantCulture, $"a positive whole number up to {most}"));

    private static string Scale(ReportedStatistic statistic, string text) => Ends().Match(text) is { Success: true } ends
        && int.TryParse(ends.Groups["lowest"].Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var lowest)
        && int.TryParse(ends.Groups["highest"].Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var highest)
        && lowest < highest
        ? string.Create(CultureInfo.InvariantCulture, $"{lowest}-{highest}")
        : throw Refused(statistic, "scale", text, "its two ends, such as 1-7");

    private static string Level(ReportedStatistic statistic, string text)
    {
        var number = text.TrimEnd('%').TrimEnd();
        return double.TryParse(number, NumberStyles.Float, CultureInfo.InvariantCulture, out var level) && level is > 1 and < 100
            ? number
            : throw Refused(statistic, "level", text, "a percentage such as 95");
    }

    private static InputException Refused(ReportedStatistic statistic, string name, string text, string expected) =>
        new($"{(statistic.Source.Length > 0 ? statistic.Source : statistic.Id)}: the detail '{name}' is '{text}'; expected {expected}.");

    [GeneratedRegex("^(1|one|single)([ -]?(tails?|tailed|sides?|sided))?$")]
    private static partial Regex OneTail();

    [GeneratedRegex("^(2|two|both)([ -]?(tails?|tailed|sides?|sided))?$")]
    private static partial Regex TwoTails();

    [GeneratedRegex("^(binary|dichotomous|0 ?[/-] ?1|zeros and ones)$")]
    private static partial Regex ZerosAndOnes();

    [GeneratedRegex("^(bc|bca|bias[ -]corrected( and accelerated)?)( bootstrap)?$")]
    private static partial Regex BiasCorrected();

    [GeneratedRegex(@"^(?<lowest>-?\d+)\s*(?:-|–|to|\.\.)\s*(?<highest>-?\d+)$")]
    private static partial Regex Ends();
}
