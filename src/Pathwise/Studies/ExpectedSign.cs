namespace Pathwise.Studies;

/// <summary>The direction that a hypothesis claims for an effect.</summary>
public enum ExpectedSign
{
    /// <summary>Some effect, of either sign.</summary>
    Any,

    /// <summary>A positive effect.</summary>
    Positive,

    /// <summary>A negative effect.</summary>
    Negative,
}
