namespace Pathwise.Sem.Moments;

/// <summary>What the sum of squared deviations is divided by to give a covariance.</summary>
public enum Divisor
{
    /// <summary>The number of cases: the covariance of normal-theory likelihood.</summary>
    Count,

    /// <summary>The number of cases less one: the unbiased covariance, of Wishart likelihood.</summary>
    CountLessOne,
}
