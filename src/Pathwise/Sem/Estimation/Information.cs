namespace Pathwise.Sem.Estimation;

/// <summary>Which information matrix gives the standard errors.</summary>
public enum Information
{
    /// <summary>The expected (Fisher) information.</summary>
    Expected,

    /// <summary>The observed information: the Hessian of the discrepancy at the estimates.</summary>
    Observed,
}
