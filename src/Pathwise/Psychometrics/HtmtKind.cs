namespace Pathwise.Psychometrics;

/// <summary>How the correlations within and between scales are averaged.</summary>
public enum HtmtKind
{
    /// <summary>HTMT: arithmetic means (Henseler, Ringle and Sarstedt 2015).</summary>
    Arithmetic,

    /// <summary>HTMT2: geometric means, for items that are congeneric (Roemer, Schuberth and Henseler 2021).</summary>
    Geometric,
}
