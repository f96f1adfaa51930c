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
