using System.Globalization;
using System.Numerics;
using System.Text.RegularExpressions;
using Pathwise.Numerics;

namespace Pathwise.Auditing.Reported;

/// <summary>
/// How a number is printed: which sign stands before its decimals, whether thousands are separated, a power of ten behind it. A comma
/// before a group of three digits may separate thousands (1,204) or decimals (1,204 for 1.204); <see cref="DecimalMark"/> decides.
/// </summary>
internal sealed partial class NumberForm
{
    private const int MostDigits = 27;
    private const string Superscripts = "⁰¹²³⁴⁵⁶⁷⁸⁹";
    private const string Power = @"(?:(?<times>[eE]|\s*[xX×·*]\s*10\s*(?:\^\s*|(?=[-−–])))(?<exponent>[-+−–]?\s*[0-9]{1,3}))?";

    private readonly Match match;
    private readonly string whole;
    private readonly string fraction;
    private readonly char point;

    private NumberForm(Match match, string whole, string fraction, char point)
    {
        (this.match, this.whole, this.fraction, this.point) = (match, whole, fraction, point);
        var magnitude = BigInteger.Parse($"0{Plain(whole)}{fraction}", CultureInfo.InvariantCulture);
        Digits = match.Groups["sign"].Value is "" or "+" ? magnitude : -magnitude;
        LastPlace = Exponent - fraction.Length;
    }

    /// <summary>The printed relation sign; empty when there is none.</summary>
    public string RelationSign => match.Groups["relation"].Value;

    /// <summary>The printed digits with their sign, as a whole number of units of the last place.</summary>
    public BigInteger Digits { get; }

    /// <summary>The power of ten of the last printed digit: -2 for 5.10, -50 for 5.81e-48, 0 for 1204.</summary>
    public int LastPlace { get; }

    /// <summary>The percent sign with the blanks before it, as printed; empty when there is none.</summary>
    public string Suffix => match.Groups["percent"].Value;

    private int Exponent => match.Groups["exponent"].Success
        ? int.Parse(PlainSign(match.Groups["exponent"].Value), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture)
        : 0;

    /// <summary>The form of a text, or null when it is no number.</summary>
    public static NumberForm? Of(string text, DecimalMark mark)
    {
        var match = Pattern().Match(Caret(text));
        if (!match.Success || Split(match.Groups["number"].Value, mark) is not { } parts)
            return null;
        var form = new NumberForm(match, parts.Whole, parts.Fraction, parts.Point);
        var length = Plain(parts.Whole).Length + parts.Fraction.Length;
        return length is > 0 and <= MostDigits && form.LastPlace + length <= MostDigits && form.LastPlace > -400 ? form : null;
    }

    /// <summary>Which decimal mark a text shows beyond doubt; null when it shows none or may be read in two ways.</summary>
    public static DecimalMark? MarkIn(string text)
    {
        if (IsAmbiguous(text) || Of(text, DecimalMark.Point) is not { } form)
            return null;
        var isTold = form.fraction.Length > 0 || form.whole.Any(IsSeparator);
        return !isTold ? null : form.point == ',' ? DecimalMark.Comma : DecimalMark.Point;
    }

    /// <summary>Whether the text is one to three digits, a comma or point and three digits: 3,214 may be 3214 or 3.214.</summary>
    public static bool IsAmbiguous(string text) =>
        Pattern().Match(Caret(text)) is { Success: true } match && OneGroup().IsMatch(match.Groups["number"].Value);

    /// <summary>A text with 10⁻⁴⁸ as 10^-48, and blanks of any width as blanks.</summary>
    public static string Caret(string text)
    {
        var plain = string.Concat(text.Select(letter => char.IsWhiteSpace(letter) ? ' ' : letter));
        return Superscript().Replace(plain, power => "^" + string.Concat(power.Value.Select(Lowered)));
    }

    /// <summary>A value printed in this form.</summary>
    public string Print(double value) => match.Groups["exponent"].Success
        ? PrintWithPower(value)
        : Marked(DecimalRounding.Text(value, fraction.Length)) + Suffix;

    private static char Lowered(char superscript) =>
        superscript == '⁻' ? '-' : (char)('0' + Superscripts.IndexOf(superscript, StringComparison.Ordinal));

    // So many digits after the first, by the same rule of rounding as everywhere.
    private string PrintWithPower(double value)
    {
        var exponent = value == 0 ? 0 : (int)Math.Floor(Math.Log10(Math.Abs(value)));
        var most = BigInteger.Pow(10, fraction.Length + 1);
        var digits = DecimalRounding.Scaled(value, fraction.Length - exponent);
        if (BigInteger.Abs(digits) >= most)
            digits = DecimalRounding.Scaled(value, fraction.Length - ++exponent);
        var text = BigInteger.Abs(digits).ToString(CultureInfo.InvariantCulture).PadRight(fraction.Length + 1, '0');
        var mantissa = fraction.Length == 0 ? text : $"{text[..1]}{point}{text[1..]}";
        return $"{(digits.Sign < 0 ? "-" : "")}{mantissa}{match.Groups["times"].Value}{exponent.ToString(CultureInfo.InvariantCulture)}{Suffix}";
    }

    private string Marked(string digits)
    {
        if (whole.Any(IsSeparator) && digits.Length < MostDigits)
            digits = decimal.Parse(digits, CultureInfo.InvariantCulture).ToString($"N{fraction.Length}", CultureInfo.InvariantCulture);
        if (whole.Length == 0)
            digits = LeadingZero().Replace(digits, "$1");
        return point == '.' ? digits : digits.Replace(',', ' ').Replace('.', ',').Replace(' ', '.');
    }

    private static (string Whole, string Fraction, char Point)? Split(string number, DecimalMark mark)
    {
        if (OneGroup().IsMatch(number) && number.Contains(',', StringComparison.Ordinal) == (mark == DecimalMark.Point))
            return (number, "", mark == DecimalMark.Point ? '.' : ',');
        var (form, point) = PointStyle().Match(number) is { Success: true } english && !OneComma(number) ? (english, '.') : (CommaStyle().Match(number), ',');
        return form.Success ? (form.Groups["whole"].Value, form.Groups["fraction"].Value, point) : null;

        bool OneComma(string text) => OneGroup().IsMatch(text) && text.Contains(',', StringComparison.Ordinal);
    }

    private static bool IsSeparator(char letter) => letter is ',' or '.';

    private static string Plain(string whole) => whole.Replace(",", "", StringComparison.Ordinal).Replace(".", "", StringComparison.Ordinal);

    private static string PlainSign(string exponent) => exponent.Replace(" ", "", StringComparison.Ordinal).Replace('−', '-').Replace('–', '-');

    [GeneratedRegex(@"^(?<relation><=|>=|[<>≤≥=])?\s*(?<sign>[-+−–])?(?<number>[0-9.,]*[0-9])" + Power + @"(?<percent>\s*%)?$")]
    private static partial Regex Pattern();

    [GeneratedRegex(@"^[1-9][0-9]{0,2}[.,][0-9]{3}$")]
    private static partial Regex OneGroup();

    [GeneratedRegex(@"^(?<whole>[1-9][0-9]{0,2}(?:,[0-9]{3})+|[0-9]*)(?:\.(?<fraction>[0-9]+))?$")]
    private static partial Regex PointStyle();

    [GeneratedRegex(@"^(?<whole>[1-9][0-9]{0,2}(?:\.[0-9]{3})+|[0-9]*)(?:,(?<fraction>[0-9]+))?$")]
    private static partial Regex CommaStyle();

    [GeneratedRegex("[⁻⁰¹²³⁴-⁹]+")]
    private static partial Regex Superscript();

    [GeneratedRegex(@"^(-?)0(?=\.)")]
    private static partial Regex LeadingZero();
}
