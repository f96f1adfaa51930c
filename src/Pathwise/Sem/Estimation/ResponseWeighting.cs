namespace Pathwise.Sem.Estimation;

/// <summary>How the residuals of the statistics that least squares fit are weighted.</summary>
internal enum ResponseWeighting
{
    /// <summary>All alike (ULS).</summary>
    Unweighted,

    /// <summary>Each by one over its asymptotic variance (DWLS).</summary>
    Diagonal,

    /// <summary>By the inverse of their asymptotic covariance (WLS).</summary>
    Full,
}
