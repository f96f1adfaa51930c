namespace Pathwise.Sem.Estimation;

/// <summary>Least squares of statistics, each weighted by one over its asymptotic variance.</summary>
internal sealed class DiagonallyWeightedLeastSquares : ResponseLeastSquares
{
    private DiagonallyWeightedLeastSquares(Estimator estimator, ScaledTestKind? test)
        : base(ResponseWeighting.Diagonal, test) => Estimator = estimator;

    /// <summary>With standard errors and a test as if the weights were those of the statistics' whole covariance.</summary>
    public static DiagonallyWeightedLeastSquares Plain { get; } = new(Estimator.DWLS, null);

    /// <summary>With robust standard errors and a mean-adjusted test.</summary>
    public static DiagonallyWeightedLeastSquares MeanAdjusted { get; } = new(Estimator.WLSM, ScaledTestKind.Mean);

    /// <summary>With robust standard errors and a scaled and shifted test.</summary>
    public static DiagonallyWeightedLeastSquares Shifted { get; } = new(Estimator.WLSMV, ScaledTestKind.ScaledAndShifted);

    /// <summary>With robust standard errors and a mean- and variance-adjusted test.</summary>
    public static DiagonallyWeightedLeastSquares VarianceAdjusted { get; } = new(Estimator.WLSMVS, ScaledTestKind.MeanAndVariance);

    /// <inheritdoc/>
    public override Estimator Estimator { get; }

    /// <inheritdoc/>
    public override Estimator Uncorrected => Estimator.DWLS;

    /// <inheritdoc/>
    public override string Citation => "Muthen, du Toit and Spisic 1997";

    /// <inheritdoc/>
    public override bool HasChiSquare => false;

    /// <inheritdoc/>
    public override FitWarning? Caution => Sandwich is not null ? null : new(
        "dwls-standard-errors",
        "The standard errors and the chi-square of diagonally weighted least squares take the statistics that are fitted as independent of each other; use WLSMV, whose estimates are the same.");

    /// <inheritdoc/>
    public override string Describe(Likelihood likelihood) => $"Diagonally weighted least squares{Corrected} ({Estimator})";
}
