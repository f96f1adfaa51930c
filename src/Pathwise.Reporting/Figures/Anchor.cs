namespace Pathwise.Reporting.Figures;

/// <summary>Which part of a text stands at its position.</summary>
public enum Anchor
{
    /// <summary>Its middle.</summary>
    Middle,

    /// <summary>Its first letter.</summary>
    Start,

    /// <summary>Its last letter.</summary>
    End,
}
