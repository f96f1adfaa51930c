namespace Pathwise.Numerics;

/// <summary>An interval for an unknown quantity, and the level of confidence, such as .95, at which it was made.</summary>
/// <param name="Lower">Lower bound.</param>
/// <param name="Upper">Upper bound.</param>
/// <param name="Level">Level of confidence, between 0 and 1.</param>
[TypeFormatterSource]
public readonly record struct Interval(double Lower, double Upper, double Level)
{
    /// <summary>Upper less lower bound.</summary>
    public double Width => Upper - Lower;

    /// <summary>True when <paramref name="value"/> lies between the bounds, bounds included.</summary>
    public bool Contains(double value) => Lower <= value && value <= Upper;
}
