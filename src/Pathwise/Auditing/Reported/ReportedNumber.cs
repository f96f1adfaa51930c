using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Numerics;
using System.Text.RegularExpressions;
using Pathwise.Numerics;

namespace Pathwise.Auditing.Reported;

/// <summary>
/// A number as it was printed. The text stays text: <c>5.10</c> says more than <c>5.1</c>. It may lack its leading zero
/// (<c>.010</c>), have a decimal comma (<c>0,010</c>), state a side (<c>&lt; .01</c>), carry a percent sign (<c>43.5 %</c>), separate
/// thousands (<c>1,204</c>), have a power of ten (<c>5.8e-48</c>, <c>5.8 x 10-48</c>) or be a word (<c>five</c>).
/// </summary>
public sealed partial class ReportedNumber
{
    private readonly NumberForm form;
    private readonly bool isWord;

    private ReportedNumber(string text, NumberForm form, bool isWord)
    {
        Text = text;
        this.form = form;
        this.isWord = isWord;
        Relation = RelationOf(form.RelationSign);
        Value = decimal.Parse(Scientific(form.Digits, form.LastPlace), NumberStyles.Float, CultureInfo.InvariantCulture);
        Point = AtPlace(0);
    }

    /// <summary>The text as printed, without blanks around it.</summary>
    public string Text { get; }

    /// <summary>What the text says of the value: equal to the number after rounding, or on one side of it.</summary>
    public Relation Relation { get; }

    /// <summary>
    /// The printed number, exactly (with a power of ten below 1e-28 as near as a decimal comes); for a percentage the number
    /// before the percent sign.
    /// </summary>
    public decimal Value { get; }

    /// <summary>How many digits are printed after the point; with a power of ten, how many there would be without it.</summary>
    public int Decimals => Math.Max(-form.LastPlace, 0);

    /// <summary>Whether a percent sign is printed.</summary>
    public bool IsPercentage => form.Suffix.Length > 0;

    /// <summary>Half a unit of the last printed digit.</summary>
    public double HalfUnit => double.Parse(Scientific(5, form.LastPlace - 1), CultureInfo.InvariantCulture);

    /// <summary>
    /// The values that agree with the text. For a rounded number both ends are included, since nobody knows which way
    /// the author's program rounds a half; for a side, all values from the number on.
    /// </summary>
    public ValueRange Range => Relation switch
    {
        Relation.Equal => new ValueRange(AtPlace(-5), AtPlace(5)),
        Relation.Below or Relation.AtMost => new ValueRange(double.NegativeInfinity, Point),
        _ => new ValueRange(Point, double.PositiveInfinity),
    };

    /// <summary>The double nearest to the printed number.</summary>
    internal double Point { get; }

    /// <summary>
    /// The number that a text states; a text that is no number is an <see cref="InputException"/>. A comma before a single group of three
    /// digits separates thousands (<c>1,204</c>), any other comma that can stand before decimals does (<c>0,010</c>).
    /// </summary>
    public static ReportedNumber Parse(string text) => TryParse(text, out var number)
        ? number
        : throw new InputException($"'{text}' is not a number; expected digits such as 5.10, .010, < .01 or 43.5 %, or a word such as five.");

    /// <summary>The number that a text states, if it states one.</summary>
    public static bool TryParse(string text, [NotNullWhen(true)] out ReportedNumber? number) => TryParse(text, DecimalMark.Point, out number);

    /// <summary>
    /// Whether a recomputed value (in the printed unit) agrees with the text: rounded to the printed number of decimals, half away from
    /// zero on its shortest decimal text, it gives the printed digits; or it lies on the printed side.
    /// </summary>
    public bool IsMetBy(double value) => Relation switch
    {
        Relation.Equal => double.IsFinite(value) && DecimalRounding.Scaled(value, -form.LastPlace) == form.Digits,
        Relation.Below => value < Point,
        Relation.AtMost => value <= Point,
        Relation.Above => value > Point,
        _ => value >= Point,
    };

    /// <summary>
    /// A value printed as this number is: as many decimals, with or without the leading zero, percent sign and all. Of an
    /// inequality, the text itself when the value meets it, else the value's digits.
    /// </summary>
    public string Print(double value)
    {
        if (Relation != Relation.Equal && IsMetBy(value))
            return Text;
        return isWord ? NumberWords.Word(DecimalRounding.Text(value, Decimals)) : form.Print(value);
    }

    /// <summary>The text as printed.</summary>
    public override string ToString() => Text;

    /// <summary>The number that a text states in a paper with this decimal mark, if it states one.</summary>
    internal static bool TryParse(string text, DecimalMark mark, [NotNullWhen(true)] out ReportedNumber? number)
    {
        var digits = NumberWords.Digits(text.Trim());
        number = NumberForm.Of(digits, mark) is { } form ? new ReportedNumber(text.Trim(), form, digits != text.Trim()) : null;
        return number is not null;
    }

    /// <summary>
    /// The p that a text states, if it states one: also <c>p &lt; .05</c>, <c>10-5</c> for a power of ten, and <c>n.s.</c> for
    /// what is not significant at the 5 % level.
    /// </summary>
    internal static bool TryParseP(string text, DecimalMark mark, [NotNullWhen(true)] out ReportedNumber? number)
    {
        var bare = Letter().Replace(NumberForm.Caret(text.Trim()), "");
        var digits = NotSignificant().IsMatch(bare) ? "> .05" : PowerAlone().Replace(bare, "${relation}1e${exponent}");
        number = NumberForm.Of(digits, mark) is { } form ? new ReportedNumber(text.Trim(), form, isWord: false) : null;
        return number is not null;
    }

    // The value so many tenths of a unit of the last digit beside the printed one.
    private double AtPlace(int tenths) =>
        double.Parse(Scientific((form.Digits * 10) + tenths, form.LastPlace - 1), CultureInfo.InvariantCulture);

    private static string Scientific(BigInteger digits, int place) => string.Create(CultureInfo.InvariantCulture, $"{digits}E{place}");

    private static Relation RelationOf(string sign) => sign switch
    {
        "<" => Relation.Below,
        "<=" or "≤" => Relation.AtMost,
        ">" => Relation.Above,
        ">=" or "≥" => Relation.AtLeast,
        _ => Relation.Equal,
    };

    [GeneratedRegex(@"^[pP]\s*(?=[<>=≤≥])")]
    private static partial Regex Letter();

    [GeneratedRegex(@"^(n\.?\s*s\.?|(not|non)[\s-]?significant|insignificant)$", RegexOptions.IgnoreCase)]
    private static partial Regex NotSignificant();

    [GeneratedRegex(@"^(?<relation>[<>=≤≥]*\s*)10\s*(?:\^\s*)?(?<exponent>[-−–]\s*[0-9]{1,3})$")]
    private static partial Regex PowerAlone();
}
