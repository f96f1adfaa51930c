namespace Pathwise.Sem.Estimation;

/// <summary>How the distance of a model from its sample is measured, and how its test and standard errors are corrected.</summary>
public enum Estimator
{
    /// <summary>Maximum likelihood (Joreskog 1967).</summary>
    ML,

    /// <summary>Maximum likelihood with the mean-corrected test and sandwich standard errors of Satorra and Bentler (1994).</summary>
    MLM,

    /// <summary>Maximum likelihood with Huber-White standard errors and the Yuan-Bentler (2000) test, in Mplus' variant.</summary>
    MLR,

    /// <summary>Generalized least squares (Browne 1974).</summary>
    GLS,

    /// <summary>Unweighted least squares.</summary>
    ULS,

    /// <summary>Least squares, each statistic weighted by one over its asymptotic variance: thresholds and polychoric correlations of ordered variables, moments of continuous ones.</summary>
    DWLS,

    /// <summary>The same with robust standard errors and a mean-adjusted test.</summary>
    WLSM,

    /// <summary>The same with robust standard errors and a scaled and shifted test (Asparouhov and Muthen 2010).</summary>
    WLSMV,

    /// <summary>The same with robust standard errors and a mean- and variance-adjusted test.</summary>
    WLSMVS,

    /// <summary>Unweighted least squares with robust standard errors and a mean-adjusted test.</summary>
    ULSM,

    /// <summary>The same with a scaled and shifted test.</summary>
    ULSMV,

    /// <summary>Least squares weighted by the inverse of the statistics' whole asymptotic covariance: of ordered variables (Muthen 1984), and of continuous ones (Browne 1984).</summary>
    WLS,

    /// <summary>Unweighted least squares with robust standard errors and a mean- and variance-adjusted test.</summary>
    ULSMVS,

    /// <summary>Maximum likelihood with the standard errors of MLM and a scaled and shifted test (Asparouhov and Muthen 2010).</summary>
    MLMV,

    /// <summary>Maximum likelihood with the standard errors of MLM and a mean- and variance-adjusted test (Satorra and Bentler 1994).</summary>
    MLMVS,
}

/// <summary>The method of each estimator.</summary>
internal static class EstimationMethods
{
    /// <summary>One method for each member, in their order.</summary>
    public static IReadOnlyList<EstimationMethod> All { get; } =
    [
        new MaximumLikelihood(), SatorraBentlerLikelihood.MeanAdjusted, new YuanBentlerLikelihood(), new GeneralizedLeastSquares(), new UnweightedLeastSquares(),
        DiagonallyWeightedLeastSquares.Plain, DiagonallyWeightedLeastSquares.MeanAdjusted, DiagonallyWeightedLeastSquares.Shifted, DiagonallyWeightedLeastSquares.VarianceAdjusted,
        RobustUnweightedLeastSquares.MeanAdjusted, RobustUnweightedLeastSquares.Shifted, new FullyWeightedLeastSquares(),
        RobustUnweightedLeastSquares.VarianceAdjusted, SatorraBentlerLikelihood.Shifted, SatorraBentlerLikelihood.VarianceAdjusted,
    ];

    /// <summary>The estimator of the likelihood, its test and errors uncorrected.</summary>
    public static Estimator OfLikelihood => Estimator.ML;

    /// <summary>The estimator of ordered variables where none is named.</summary>
    public static Estimator OfOrdered => Estimator.WLSMV;

    /// <summary>The estimator of correlations of responses of which nothing but the estimates is used.</summary>
    public static Estimator OfResponses => Estimator.ULS;

    /// <summary>The method of an estimator; an <see cref="InputException"/> where it is none.</summary>
    public static EstimationMethod Of(Estimator estimator)
    {
        for (var i = 0; i < All.Count; i++)
        {
            if (All[i].Estimator == estimator)
                return All[i];
        }

        throw new InputException($"The estimator {estimator} is not known; expected {string.Join(", ", All.Select(method => method.Estimator))}.");
    }
}
