namespace Pathwise.Psychometrics;

/// <summary>What codes mean, and so how far two of them lie apart.</summary>
public enum MeasurementLevel
{
    /// <summary>Names: the same or not.</summary>
    Nominal,

    /// <summary>An order: by how many codes lie between.</summary>
    Ordinal,

    /// <summary>Numbers with equal steps: their difference.</summary>
    Interval,

    /// <summary>Numbers with a zero: their difference relative to their sum.</summary>
    Ratio,
}
