namespace Pathwise.Sem.Estimation;

/// <summary>Which likelihood is maximised: it decides the divisor of S and the multiplier of the chi-square.</summary>
public enum Likelihood
{
    /// <summary>Of normal cases: S divided by N, chi-square N F (lavaan's and Mplus' default).</summary>
    Normal,

    /// <summary>Of the covariance matrix: S divided by N - 1, chi-square (N - 1) F (AMOS, LISREL, EQS).</summary>
    Wishart,
}
