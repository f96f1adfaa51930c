namespace Pathwise.Auditing.Reported;

/// <summary>What the printed text says of the value: that it is this number, or that it lies on one side of it.</summary>
public enum Relation
{
    /// <summary>The value, rounded, is the printed number.</summary>
    Equal,

    /// <summary>The value lies below the printed number, as in <c>p &lt; .01</c>.</summary>
    Below,

    /// <summary>The value is at most the printed number.</summary>
    AtMost,

    /// <summary>The value lies above the printed number.</summary>
    Above,

    /// <summary>The value is at least the printed number.</summary>
    AtLeast,
}
