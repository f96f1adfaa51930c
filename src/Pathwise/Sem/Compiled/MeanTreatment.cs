namespace Pathwise.Sem.Compiled;

/// <summary>What a compiled model makes of means.</summary>
internal enum MeanTreatment
{
    /// <summary>There are none in the table.</summary>
    None,

    /// <summary>
    /// Every observed variable has an intercept that nothing else restricts: the means fit whatever they are, add nothing to the discrepancy,
    /// and the intercepts follow from the other estimates (see <see cref="SaturatedIntercepts"/>).
    /// </summary>
    Saturated,

    /// <summary>
    /// A constant stands among the variables, and moments about zero take the place of covariances: with M = [S + m m', m; m', 1] and likewise
    /// Sigma+, |Sigma+| = |Sigma| and tr(M Sigma+^-1) = tr(S Sigma^-1) + (m - mu)' Sigma^-1 (m - mu) + 1, so that the discrepancy is the one with
    /// means. Intercepts are slopes on the constant.
    /// </summary>
    Structured,
}
