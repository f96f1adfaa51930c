namespace Pathwise.Sem.Estimation;

/// <summary>Unweighted least squares with robust standard errors and test.</summary>
internal sealed class RobustUnweightedLeastSquares : ResponseLeastSquares
{
    private RobustUnweightedLeastSquares(Estimator estimator, ScaledTestKind test)
        : base(ResponseWeighting.Unweighted, test) => Estimator = estimator;

    /// <summary>With a mean-adjusted test.</summary>
    public static RobustUnweightedLeastSquares MeanAdjusted { get; } = new(Estimator.ULSM, ScaledTestKind.Mean);

    /// <summary>With a scaled and shifted test.</summary>
    public static RobustUnweightedLeastSquares Shifted { get; } = new(Estimator.ULSMV, ScaledTestKind.ScaledAndShifted);

    /// <summary>With a mean- and variance-adjusted test.</summary>
    public static RobustUnweightedLeastSquares VarianceAdjusted { get; } = new(Estimator.ULSMVS, ScaledTestKind.MeanAndVariance);

    /// <inheritdoc/>
    public override Estimator Estimator { get; }

    /// <inheritdoc/>
    public override Estimator Uncorrected => Estimator.ULS;

    /// <inheritdoc/>
    public override Estimator OfMoments => Estimator.ULS;

    /// <inheritdoc/>
    public override FitFunction? Compiled => FitFunction.UnweightedLeastSquares;

    /// <inheritdoc/>
    public override string Citation => "Muthen 1993";

    /// <inheritdoc/>
    public override bool HasChiSquare => false;

    /// <inheritdoc/>
    public override string Describe(Likelihood likelihood) => $"Unweighted least squares{Corrected} ({Estimator})";
}
