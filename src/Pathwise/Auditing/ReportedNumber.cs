using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Pathwise.Auditing;

/// <summary>
/// A number as it was printed. The text stays text: <c>5.10</c> says more than <c>5.1</c>. It may lack its leading zero
/// (<c>.010</c>), state a side (<c>&lt; .01</c>), carry a percent sign (<c>43.5 %</c>), separate thousands (<c>1,204</c>) or be
/// a word (<c>five</c>).
/// </summary>
public sealed partial class ReportedNumber
{
    private readonly bool hasLeadingZero;
    private readonly bool separatesThousands;
    private readonly bool isWord;
    private readonly string suffix;

    private ReportedNumber(string text, Match match)
    {
        Text = text;
        isWord = char.IsLetter(text[0]);
        Relation = RelationOf(match.Groups["relation"].Value);
        var whole = match.Groups["whole"].Value;
        var fraction = match.Groups["fraction"].Value;
        Decimals = fraction.Length;
        hasLeadingZero = whole.Length > 0;
        separatesThousands = whole.Contains(',', StringComparison.Ordinal);
        suffix = match.Groups["percent"].Value;
        var isNegative = match.Groups["sign"].Value is not ("" or "+");
        var magnitude = decimal.Parse($"0{whole.Replace(",", "", StringComparison.Ordinal)}.{fraction}0", CultureInfo.InvariantCulture);
        Value = isNegative ? -magnitude : magnitude;
    }

    /// <summary>The text as printed, without blanks around it.</summary>
    public string Text { get; }

    /// <summary>What the text says of the value: equal to the number after rounding, or on one side of it.</summary>
    public Relation Relation { get; }

    /// <summary>The printed number, exactly; for a percentage the number before the percent sign.</summary>
    public decimal Value { get; }

    /// <summary>How many digits are printed after the point.</summary>
    public int Decimals { get; }

    /// <summary>Whether a percent sign is printed.</summary>
    public bool IsPercentage => suffix.Length > 0;

    /// <summary>Half a unit of the last printed digit.</summary>
    public double HalfUnit => (double)HalfUnitExactly;

    /// <summary>
    /// The values that agree with the text. For a rounded number both ends are included, since nobody knows which way
    /// the author's program rounds a half; for a side, all values from the number on.
    /// </summary>
    public ValueRange Range => Relation switch
    {
        Relation.Equal => new ValueRange((double)(Value - HalfUnitExactly), (double)(Value + HalfUnitExactly)),
        Relation.Below or Relation.AtMost => new ValueRange(double.NegativeInfinity, (double)Value),
        _ => new ValueRange((double)Value, double.PositiveInfinity),
    };

    private decimal HalfUnitExactly => new(5, 0, 0, false, (byte)(Decimals + 1));

    /// <summary>The number that a text states; a text that is no number is an <see cref="InputException"/>.</summary>
    public static ReportedNumber Parse(string text) => TryParse(text, out var number)
        ? number
        : throw new InputException($"'{text}' is not a number; expected digits such as 5.10, .010, < .01 or 43.5 %, or a word such as five.");

    /// <summary>The number that a text states, if it states one.</summary>
    public static bool TryParse(string text, [NotNullWhen(true)] out ReportedNumber? number)
    {
        var match = Form().Match(NumberWords.Digits(text.Trim()));
        var isNumber = match.Success && match.Groups["whole"].Length + match.Groups["fraction"].Length is > 0 and <= 27;
        number = isNumber ? new ReportedNumber(text.Trim(), match) : null;
        return isNumber;
    }

    /// <summary>
    /// Whether a recomputed value (in the printed unit) agrees with the text: rounded to the printed number of decimals,
    /// half away from zero on its exact decimal expansion, it gives the printed digits; or it lies on the printed side.
    /// </summary>
    public bool IsMetBy(double value) => Relation switch
    {
        Relation.Equal => double.IsFinite(value) && ExactRounding.Text(value, Decimals) == ExactText(),
        Relation.Below => value < (double)Value,
        Relation.AtMost => value <= (double)Value,
        Relation.Above => value > (double)Value,
        _ => value >= (double)Value,
    };

    /// <summary>
    /// A value printed as this number is: as many decimals, with or without the leading zero, percent sign and all. Of an
    /// inequality, the text itself when the value meets it, else the value's digits.
    /// </summary>
    public string Print(double value)
    {
        if (Relation != Relation.Equal && IsMetBy(value))
            return Text;
        var digits = ExactRounding.Text(value, Decimals);
        if (isWord)
            return NumberWords.Word(digits);
        if (separatesThousands)
            digits = decimal.Parse(digits, CultureInfo.InvariantCulture).ToString($"N{Decimals}", CultureInfo.InvariantCulture);
        if (!hasLeadingZero)
            digits = LeadingZero().Replace(digits, "$1");
        return digits + suffix;
    }

    /// <summary>The text as printed.</summary>
    public override string ToString() => Text;

    private string ExactText() =>
        (Value == 0 ? 0m : Value).ToString($"F{Decimals}", CultureInfo.InvariantCulture);

    private static Relation RelationOf(string sign) => sign switch
    {
        "<" => Relation.Below,
        "<=" or "≤" => Relation.AtMost,
        ">" => Relation.Above,
        ">=" or "≥" => Relation.AtLeast,
        _ => Relation.Equal,
    };

    [GeneratedRegex(@"^(?<relation><=|>=|[<>≤≥=])?\s*(?<sign>[-+−–])?(?<whole>\d{1,3}(,\d{3})+|\d*)(\.(?<fraction>\d+))?(?<percent>\s*%)?$")]
    private static partial Regex Form();

    [GeneratedRegex(@"^(-?)0(?=\.)")]
    private static partial Regex LeadingZero();
}
