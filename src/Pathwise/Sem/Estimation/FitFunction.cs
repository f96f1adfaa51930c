namespace Pathwise.Sem.Estimation;

/// <summary>What compiled code minimises for a covariance matrix S and the model's Sigma.</summary>
internal enum FitFunction
{
    /// <summary>ln|Sigma| + tr(S Sigma^-1) - ln|S| - p.</summary>
    Likelihood,

    /// <summary>tr[((S - Sigma) S^-1)^2] / 2 (Browne 1974).</summary>
    GeneralizedLeastSquares,

    /// <summary>The sum of squared residuals, each variance and covariance counted once.</summary>
    UnweightedLeastSquares,

    /// <summary>The sum of squared residuals, each variance and covariance with a weight of its own (Muthen, du Toit and Spisic 1997).</summary>
    DiagonallyWeightedLeastSquares,
}
