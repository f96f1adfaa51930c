using System.Globalization;

namespace Pathwise.Auditing.Reported;

/// <summary>
/// All values from <see cref="Lower"/> to <see cref="Upper"/>, both included; an end may be infinite. Sums and products
/// follow the rules of interval arithmetic: they hold every result that operands from the two ranges can give.
/// </summary>
public readonly record struct ValueRange
{
    /// <summary>The values between two ends; neither may be NaN, and the lower may not exceed the upper.</summary>
    public ValueRange(double lower, double upper)
    {
        if (!(lower <= upper))
            throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"A range cannot run from {lower} to {upper}."));
        Lower = lower;
        Upper = upper;
    }

    /// <summary>The smallest value.</summary>
    public double Lower { get; }

    /// <summary>The largest value.</summary>
    public double Upper { get; }

    /// <summary>The range that holds one value.</summary>
    public static ValueRange Of(double value) => new(value, value);

    /// <summary>The smallest range that holds all these values.</summary>
    public static ValueRange Around(params ReadOnlySpan<double> values)
    {
        var (lower, upper) = (double.PositiveInfinity, double.NegativeInfinity);
        foreach (var value in values)
            (lower, upper) = (Math.Min(lower, value), Math.Max(upper, value));
        return new ValueRange(lower, upper);
    }

    /// <summary>Whether the value lies in the range.</summary>
    public bool Contains(double value) => value >= Lower && value <= Upper;

    /// <summary>Whether the two ranges have a value in common.</summary>
    public bool Meets(ValueRange other) => Lower <= other.Upper && other.Lower <= Upper;

    /// <summary>The values of both ranges, or null when there are none.</summary>
    public ValueRange? Intersect(ValueRange other) =>
        Meets(other) ? new ValueRange(Math.Max(Lower, other.Lower), Math.Min(Upper, other.Upper)) : null;

    /// <summary>The range widened on both sides by <paramref name="slack"/>, for the rounding of the computation itself.</summary>
    public ValueRange Widen(double slack) => new(Lower - slack, Upper + slack);

    /// <summary>Every sum of a value of one range and a value of the other.</summary>
    public static ValueRange operator +(ValueRange left, ValueRange right) =>
        new(left.Lower + right.Lower, left.Upper + right.Upper);

    /// <summary>Every difference of a value of the left range and a value of the right one.</summary>
    public static ValueRange operator -(ValueRange left, ValueRange right) =>
        new(left.Lower - right.Upper, left.Upper - right.Lower);

    /// <summary>Every product of a value of one range and a value of the other.</summary>
    public static ValueRange operator *(ValueRange left, ValueRange right) => Around(
        left.Lower * right.Lower, left.Lower * right.Upper, left.Upper * right.Lower, left.Upper * right.Upper);

    /// <summary>The two ends in square brackets, in the invariant culture.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"[{Lower}, {Upper}]");
}
