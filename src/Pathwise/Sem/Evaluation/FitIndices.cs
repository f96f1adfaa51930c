using Pathwise.Sem.Inference;

namespace Pathwise.Sem.Evaluation;

/// <summary>How well a model fits; always the same members, null where an index is undefined.</summary>
[TypeFormatterSource]
public sealed record FitIndices
{
    /// <summary>Number of free parameters, less the equality constraints among them.</summary>
    public required int ParameterCount { get; init; }

    /// <summary>Total number of cases.</summary>
    public required int CaseCount { get; init; }

    /// <summary>Half the discrepancy at its minimum, as lavaan reports fmin.</summary>
    public required double? Minimum { get; init; }

    /// <summary>The test of exact fit.</summary>
    public required ChiSquareTest Test { get; init; }

    /// <summary>The scaled test, with MLM and MLR.</summary>
    public ChiSquareTest? ScaledTest { get; init; }

    /// <summary>The test of the baseline model: all variables uncorrelated.</summary>
    public required ChiSquareTest Baseline { get; init; }

    /// <summary>The scaled test of the baseline model, with MLM and MLR.</summary>
    public ChiSquareTest? ScaledBaseline { get; init; }

    /// <summary>Comparison with the baseline.</summary>
    public required IncrementalIndices Incremental { get; init; }

    /// <summary>Comparison of the scaled tests.</summary>
    public IncrementalIndices? ScaledIncremental { get; init; }

    /// <summary>Robust comparison, with MLM, MLR and missing values (Brosseau-Liard and Savalei 2014; with missing values Zhang and Savalei 2023).</summary>
    public IncrementalIndices? RobustIncremental { get; init; }

    /// <summary>RMSEA with its interval and tests.</summary>
    public required RmseaIndex RmseaIndex { get; init; }

    /// <summary>RMSEA of the scaled test.</summary>
    public RmseaIndex? ScaledRmsea { get; init; }

    /// <summary>Robust RMSEA, with MLM, MLR and missing values (Brosseau-Liard, Savalei and Li 2012; Zhang and Savalei 2023).</summary>
    public RmseaIndex? RobustRmsea { get; init; }

    /// <summary>The same of ordered variables with N in the place of N - 1, as lavaan has it from 0.7 on; null where all variables are continuous.</summary>
    public RmseaIndex? RobustRmseaOverCases { get; init; }

    /// <summary>Indices of the size of residuals.</summary>
    public required ResidualIndices Residuals { get; init; }

    /// <summary>Log-likelihood of the model; null for least squares.</summary>
    public double? LogLikelihood { get; init; }

    /// <summary>Log-likelihood of the saturated model.</summary>
    public double? SaturatedLogLikelihood { get; init; }

    /// <summary>Akaike's criterion.</summary>
    public double? Aic { get; init; }

    /// <summary>Bayesian criterion (Schwarz 1978).</summary>
    public double? Bic { get; init; }

    /// <summary>Sample-size adjusted Bayesian criterion, lavaan's bic2.</summary>
    public double? AdjustedBic { get; init; }

    /// <summary>MLR's scaling factor of the saturated log-likelihood.</summary>
    public double? SaturatedScalingFactor { get; init; }

    /// <summary>MLR's scaling factor of the model's log-likelihood.</summary>
    public double? ModelScalingFactor { get; init; }

    /// <summary>Gamma hat (Steiger 1989) with its interval: what lavaan from 0.7 calls gfi.</summary>
    public required GammaHatIndex GammaHatIndex { get; init; }

    /// <summary>Gamma hat with the degrees of freedom multiplied by the scaling factor, with MLM, MLR and missing values.</summary>
    public GammaHatIndex? RobustGammaHat { get; init; }

    /// <summary>Goodness-of-fit index of LISREL (Joreskog and Sorbom; Tanaka and Huba 1985), lavaan's gfi before 0.7.</summary>
    public double? Gfi { get; init; }

    /// <summary>Adjusted goodness-of-fit index of LISREL.</summary>
    public double? Agfi { get; init; }

    /// <summary>Parsimony goodness-of-fit index (Mulaik and others 1989).</summary>
    public double? Pgfi { get; init; }

    /// <summary>Number of cases at which this fit would be rejected at 5 % (Hoelter 1983).</summary>
    public double? CriticalN05 { get; init; }

    /// <summary>Number of cases at which this fit would be rejected at 1 % (Hoelter 1983).</summary>
    public double? CriticalN01 { get; init; }

    /// <summary>McDonald's (1989) index of noncentrality.</summary>
    public double? Mfi { get; init; }

    /// <summary>Weighted root mean square residual of thresholds and correlations (Muthen and Muthen); null where all variables are continuous.</summary>
    public double? Wrmr { get; init; }

    /// <summary>Expected cross-validation index (Browne and Cudeck 1993).</summary>
    public double? Ecvi { get; init; }

    /// <summary>Chi-square of exact fit.</summary>
    public double? ChiSquare => Test.Value;

    /// <summary>Degrees of freedom.</summary>
    public int DegreesOfFreedom => Test.DegreesOfFreedom;

    /// <summary>p of exact fit.</summary>
    public double? PValue => Test.PValue;

    /// <summary>Chi-square over degrees of freedom.</summary>
    public double? RelativeChiSquare => DegreesOfFreedom > 0 ? ChiSquare / DegreesOfFreedom : null;

    /// <summary>Comparative fit index.</summary>
    public double? Cfi => Incremental.Cfi;

    /// <summary>Tucker-Lewis index.</summary>
    public double? Tli => Incremental.Tli;

    /// <summary>RMSEA.</summary>
    public double? Rmsea => RmseaIndex.Value;

    /// <summary>Lower end of the 90 % interval of the RMSEA.</summary>
    public double? RmseaLower => RmseaIndex.Lower;

    /// <summary>Upper end of the 90 % interval of the RMSEA.</summary>
    public double? RmseaUpper => RmseaIndex.Upper;

    /// <summary>p of close fit.</summary>
    public double? RmseaPValue => RmseaIndex.ClosePValue;

    /// <summary>Standardized root mean square residual, Bentler's variant (lavaan's srmr); of ordered variables without the thresholds.</summary>
    public double? Srmr => Residuals.Srmr;
}
