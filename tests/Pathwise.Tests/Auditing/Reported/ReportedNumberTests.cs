using Pathwise.Auditing.Reported;
using Xunit;

namespace Pathwise.Tests.Auditing.Reported;

public sealed class ReportedNumberTests
{
    [Theory]
    [InlineData("5.10", 5.10, 2, 5.095, 5.105)]
    [InlineData("5.1", 5.1, 1, 5.05, 5.15)]
    [InlineData(".010", .010, 3, .0095, .0105)]
    [InlineData("-0.448", -.448, 3, -.4485, -.4475)]
    [InlineData("−.448", -.448, 3, -.4485, -.4475)]
    [InlineData("43.5 %", 43.5, 1, 43.45, 43.55)]
    [InlineData("43.5%", 43.5, 1, 43.45, 43.55)]
    [InlineData("1,204", 1204, 0, 1203.5, 1204.5)]
    [InlineData("five", 5, 0, 4.5, 5.5)]
    [InlineData("0,010", .010, 3, .0095, .0105)]
    [InlineData("2,70", 2.70, 2, 2.695, 2.705)]
    [InlineData("-,45", -.45, 2, -.455, -.445)]
    [InlineData("1.234,5", 1234.5, 1, 1234.45, 1234.55)]
    [InlineData("1.234.567", 1234567, 0, 1234566.5, 1234567.5)]
    [InlineData("43,5 %", 43.5, 1, 43.45, 43.55)]
    [InlineData("5.8e3", 5800, 0, 5750, 5850)]
    [InlineData("1.2e-3", .0012, 4, .00115, .00125)]
    public void Parse_ATextThatIsPrinted_KeepsDecimalsAndRange(string text, double value, int decimals, double lower, double upper)
    {
        var number = ReportedNumber.Parse(text);
        Assert.Equal(text, number.Text);
        Assert.Equal((decimal)value, number.Value);
        Assert.Equal(decimals, number.Decimals);
        Assert.Equal(new ValueRange(lower, upper), number.Range);
    }

    [Theory]
    [InlineData("< .01", Relation.Below, double.NegativeInfinity, .01)]
    [InlineData("<= 0.05", Relation.AtMost, double.NegativeInfinity, .05)]
    [InlineData("> .05", Relation.Above, .05, double.PositiveInfinity)]
    [InlineData("≥ 3", Relation.AtLeast, 3, double.PositiveInfinity)]
    public void Parse_AnInequality_IsARangeOnOneSide(string text, Relation relation, double lower, double upper)
    {
        var number = ReportedNumber.Parse(text);
        Assert.Equal(relation, number.Relation);
        Assert.Equal(new ValueRange(lower, upper), number.Range);
    }

    [Theory]
    [InlineData("")]
    [InlineData(".")]
    [InlineData("+2.")]
    [InlineData("n.s.")]
    [InlineData("1,20,3")]
    [InlineData("1.20.3")]
    [InlineData("12,34,567")]
    [InlineData("5.8e-4.8")]
    [InlineData("1e99")]
    [InlineData("0.5.1")]
    [InlineData("verified")]
    [InlineData("0.1234567890123456789012345678")]
    public void Parse_ATextThatIsNoNumber_SaysSo(string text)
    {
        var mistake = Assert.Throws<InputException>(() => ReportedNumber.Parse(text));
        Assert.StartsWith($"'{text}' is not a number", mistake.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(".010", .0099, ".010")]
    [InlineData(".010", 1.0099, "1.010")]
    [InlineData("0.50", .496, "0.50")]
    [InlineData("-.448", -.44831, "-.448")]
    [InlineData("-.448", -.0001, ".000")]
    [InlineData("43.5 %", 43.478260869565219, "43.5 %")]
    [InlineData("1,204", 12345.6, "12,346")]
    [InlineData("five", 6, "six")]
    [InlineData("0,010", .0124, "0,012")]
    [InlineData("1.234,5", 12345.67, "12.345,7")]
    [InlineData("5.8e-48", 5.75e-50, "5.8e-50")]
    [InlineData("5.8e-48", 9.96e-7, "1.0e-6")]
    [InlineData("5.8e-48", -1e-7, "-1.0e-7")]
    [InlineData("5.8e-48", 0, "0.0e0")]
    [InlineData("6e-48", 0.00012, "1e-4")]
    [InlineData("5.81 × 10⁻⁴⁸", 2e-7, "2.00 × 10^-7")]
    [InlineData("five", 21, "21")]
    [InlineData("< .01", .003, "< .01")]
    [InlineData("< .01", .0201, ".02")]
    public void Print_ARecomputedValue_LooksAsTheTextDoes(string text, double value, string printed) =>
        Assert.Equal(printed, ReportedNumber.Parse(text).Print(value));

    [Theory]
    [InlineData("5.10", 5.1049, true)]
    [InlineData("5.8e-48", 5.7997e-48, true)]
    [InlineData("5.8e-48", 5.86e-48, false)]
    [InlineData("5.8e3", 5849, true)]
    [InlineData("5.8e3", 5851, false)]
    [InlineData("5.10", 5.0951, true)]
    [InlineData("5.10", 5.1051, false)]
    [InlineData("0.00", -.001, true)]
    [InlineData("< .01", .01, false)]
    [InlineData("<= .01", .01, true)]
    [InlineData("> .05", .05, false)]
    [InlineData(">= .05", .05, true)]
    [InlineData("5.10", double.NaN, false)]
    [InlineData("< .01", double.NaN, false)]
    public void IsMetBy_AValue_AgreesWhenItGivesTheText(string text, double value, bool expected) =>
        Assert.Equal(expected, ReportedNumber.Parse(text).IsMetBy(value));

    [Theory]
    [InlineData("5.81e-48")]
    [InlineData("5.81E-48")]
    [InlineData("5.81 x 10-48")]
    [InlineData("5.81 × 10^-48")]
    [InlineData("5.81 × 10⁻⁴⁸")]
    [InlineData("5.81*10^-48")]
    [InlineData("5,81 · 10–48")]
    public void Parse_APowerOfTen_HasTheRangeOfItsDigits(string text)
    {
        var number = ReportedNumber.Parse(text);
        Assert.Equal(new ValueRange(5.805e-48, 5.815e-48), number.Range);
        Assert.Equal((50, 5e-51), (number.Decimals, number.HalfUnit));
    }
}
