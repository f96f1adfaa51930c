namespace Pathwise.Sem.Estimation;

/// <summary>How a chi-square is made to follow its reference distribution more closely.</summary>
internal enum ScaledTestKind
{
    /// <summary>Divided so that its mean is right (Satorra and Bentler 1994).</summary>
    Mean,

    /// <summary>Divided, with degrees of freedom of its own, so that mean and variance are right (Satterthwaite 1941; Satorra and Bentler 1994).</summary>
    MeanAndVariance,

    /// <summary>Divided and shifted so that mean and variance are right, with the degrees of freedom of the model (Asparouhov and Muthen 2010).</summary>
    ScaledAndShifted,
}

/// <summary>Words of the kinds.</summary>
internal static class ScaledTestKindText
{
    /// <summary>lavaan's name of the test.</summary>
    public static string Name(this ScaledTestKind kind) => kind switch
    {
        ScaledTestKind.Mean => "satorra.bentler",
        ScaledTestKind.MeanAndVariance => "mean.var.adjusted",
        _ => "scaled.shifted",
    };

    /// <summary>The correction in words, to follow the estimator's.</summary>
    public static string Corrected(this ScaledTestKind? kind) => kind is { } known ? known.Corrected() : "";

    /// <summary>The correction in words, to follow the estimator's.</summary>
    public static string Corrected(this ScaledTestKind kind) => kind switch
    {
        ScaledTestKind.Mean => " with robust standard errors and a mean-adjusted test",
        ScaledTestKind.MeanAndVariance => " with robust standard errors and a mean- and variance-adjusted test",
        _ => " with robust standard errors and a scaled and shifted test",
    };
}
