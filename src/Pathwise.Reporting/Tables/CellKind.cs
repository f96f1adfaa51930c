namespace Pathwise.Reporting.Tables;

/// <summary>What the values of a column are; it decides how they are aligned.</summary>
public enum CellKind
{
    /// <summary>Words, set flush left.</summary>
    Text,

    /// <summary>A number of things.</summary>
    Count,

    /// <summary>A number with decimals, aligned at the point.</summary>
    Number,

    /// <summary>A p value.</summary>
    PValue,

    /// <summary>Two bounds in brackets.</summary>
    Interval,
}
