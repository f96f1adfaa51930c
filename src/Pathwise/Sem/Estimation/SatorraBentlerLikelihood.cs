namespace Pathwise.Sem.Estimation;

/// <summary>
/// Maximum likelihood whose test and standard errors rest on the expected information and the fourth-order moments at the implied covariances.
/// </summary>
internal sealed class SatorraBentlerLikelihood : LikelihoodMethod
{
    private SatorraBentlerLikelihood(Estimator estimator, ScaledTestKind test)
    {
        Estimator = estimator;
        Sandwich = new(test.Name(), IsEachAtItsOwn: false, CaseScores.FourthOrder, test);
    }

    /// <summary>With a mean-adjusted test.</summary>
    public static SatorraBentlerLikelihood MeanAdjusted { get; } = new(Estimator.MLM, ScaledTestKind.Mean);

    /// <summary>With a scaled and shifted test.</summary>
    public static SatorraBentlerLikelihood Shifted { get; } = new(Estimator.MLMV, ScaledTestKind.ScaledAndShifted);

    /// <summary>With a mean- and variance-adjusted test.</summary>
    public static SatorraBentlerLikelihood VarianceAdjusted { get; } = new(Estimator.MLMVS, ScaledTestKind.MeanAndVariance);

    /// <inheritdoc/>
    public override Estimator Estimator { get; }

    /// <inheritdoc/>
    public override string Citation => Sandwich.Kind == ScaledTestKind.ScaledAndShifted ? "Asparouhov and Muthen 2010" : "Satorra and Bentler 1994";

    /// <inheritdoc/>
    public override string WhyComplete => $"{Estimator} needs complete cases; with missing values use MLR.";

    /// <inheritdoc/>
    public override Sandwich Sandwich { get; }

    /// <inheritdoc/>
    public override string Describe(Likelihood likelihood) => Sandwich.Kind == ScaledTestKind.Mean
        ? "Maximum likelihood with Satorra-Bentler correction (MLM)"
        : $"Maximum likelihood{Sandwich.Kind.Corrected()} ({Estimator})";
}
