namespace Pathwise.Psychometrics;

/// <summary>How much a disagreement between two coders counts.</summary>
public enum KappaWeights
{
    /// <summary>Every disagreement counts the same, as fits names without order.</summary>
    None,

    /// <summary>As many steps as the categories lie apart.</summary>
    Linear,

    /// <summary>The square of these steps.</summary>
    Quadratic,
}
