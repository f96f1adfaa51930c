namespace Pathwise.Sem.Inference;

/// <summary>How the chi-squares of nested models are compared, by the names of lavaan's <c>lavTestLRT</c>.</summary>
public enum DifferenceMethod
{
    /// <summary>The plain difference; with robust estimators that of Satorra and Bentler (2001), or that of Satorra (2000) where the tests are adjusted in mean and variance.</summary>
    Default,

    /// <summary>Scaled by the two models' own scaling factors (Satorra and Bentler 2001); the factor can be negative.</summary>
    SatorraBentler2001,

    /// <summary>Scaled and shifted by the restrictions' part of the full model's moments (Satorra 2000), as lavaan's default for it.</summary>
    Satorra2000,

    /// <summary>As of 2001, the full model's factor taken at the restricted estimates, so that it is positive (Satorra and Bentler 2010).</summary>
    SatorraBentler2010,
}

/// <summary>Names of the methods.</summary>
public static class DifferenceMethodText
{
    /// <summary>lavaan's name.</summary>
    public static string Text(this DifferenceMethod method) => method switch
    {
        DifferenceMethod.SatorraBentler2001 => "satorra.bentler.2001",
        DifferenceMethod.Satorra2000 => "satorra.2000",
        DifferenceMethod.SatorraBentler2010 => "satorra.bentler.2010",
        _ => "standard",
    };
}
