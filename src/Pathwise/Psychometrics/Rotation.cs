namespace Pathwise.Psychometrics;

/// <summary>How factors are turned so that each item loads on few of them.</summary>
public enum Rotation
{
    /// <summary>As extracted.</summary>
    None,

    /// <summary>Uncorrelated factors (Kaiser 1958).</summary>
    Varimax,

    /// <summary>Correlated factors, direct quartimin: oblimin with gamma 0 (Jennrich and Sampson 1966).</summary>
    Oblimin,

    /// <summary>Correlated factors: varimax loadings raised to the fourth power as target (Hendrickson and White 1964).</summary>
    Promax,
}
