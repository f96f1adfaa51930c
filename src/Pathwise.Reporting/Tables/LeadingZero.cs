namespace Pathwise.Reporting.Tables;

/// <summary>Whether a zero is written before the decimal point of numbers that cannot exceed one.</summary>
public enum LeadingZero
{
    /// <summary>Left out where the quantity cannot exceed one, as journals of psychology do: <c>.942</c>, <c>p = .074</c>.</summary>
    DroppedWhereBounded,

    /// <summary>Always written: <c>0.942</c>, <c>0.074</c>.</summary>
    Kept,
}
