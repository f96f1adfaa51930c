using MathNet.Numerics.LinearAlgebra;
using Pathwise.Sem.Moments;

namespace Pathwise.Sem.Estimation;

/// <summary>
/// All that tells one estimator from another: its discrepancy, what groups and moments weigh in it, what its test and standard errors are, and its
/// words. Nothing else asks which estimator it is.
/// </summary>
internal abstract class EstimationMethod
{
    /// <summary>The estimator.</summary>
    public abstract Estimator Estimator { get; }

    /// <summary>Whose method it is.</summary>
    public abstract string Citation { get; }

    /// <summary>True where the discrepancy is of a likelihood: information criteria and profiles exist.</summary>
    public abstract bool HasLikelihood { get; }

    /// <summary>True where the discrepancy times its multiplier has a chi-square distribution for normal data.</summary>
    public virtual bool HasChiSquare => true;

    /// <summary>The correction for data that are not normal; null where there is none.</summary>
    public virtual Sandwich? Sandwich => null;

    /// <summary>How the statistics of responses behind ordered variables, or of continuous variables, are weighted; null where all are continuous and weighted otherwise.</summary>
    public virtual ResponseWeighting? Responses => null;

    /// <summary>How surely the moments are known that an earlier stage has found, and at which the information of the model is then taken; null where there is one stage.</summary>
    public virtual FirstStageKind? Certainty => null;

    /// <summary>True where the cases themselves are needed: for the weights, or for the correction.</summary>
    public virtual bool NeedsCases => IsRobust;

    /// <summary>True when test and standard errors are corrected, for which the cases themselves are needed.</summary>
    public bool IsRobust => Sandwich is not null;

    /// <summary>True of maximum likelihood whose test and standard errors are those of the likelihood.</summary>
    public bool IsPlainLikelihood => HasLikelihood && !IsRobust;

    /// <summary>The information matrix of the standard errors, when all cases are complete.</summary>
    public virtual Information Information => Information.Expected;

    /// <summary>The estimator of the same discrepancy that does without the cases.</summary>
    public virtual Estimator OfMoments => Estimator;

    /// <summary>The estimator of the same estimates whose test and standard errors are not corrected.</summary>
    public virtual Estimator Uncorrected => Estimator;

    /// <summary>True where moments of exogenous variables can be held at the sample's.</summary>
    public abstract bool CanFixExogenous { get; }

    /// <summary>Why full information for missing values cannot be had; null where it can.</summary>
    public abstract string? WhyComplete { get; }

    /// <summary>What its results must not be taken for; null when there is nothing to warn of.</summary>
    public virtual FitWarning? Caution => null;

    /// <summary>What compiled code minimises for it; null where there is no such code.</summary>
    public abstract FitFunction? Compiled { get; }

    /// <summary>How many cases less than it has a group counts in the discrepancy of all groups.</summary>
    public abstract int UncountedCases { get; }

    /// <summary>The share of a parameter's information that the others have to leave to it for an index of modification.</summary>
    public virtual double LeastShare => 1e-8;

    /// <summary>The method in words, as <paramref name="likelihood"/> makes it.</summary>
    public abstract string Describe(Likelihood likelihood);

    /// <summary>The divisor of the sample covariances.</summary>
    public abstract Divisor Divisor(Likelihood likelihood);

    /// <summary>The discrepancy of one group.</summary>
    public abstract GroupDiscrepancy Discrepancy(SampleMoments sample, SampleMoments saturated, bool hasMeans, EstimationOptions options);

    /// <summary>
    /// The matrix V, p x p, of the normal-theory weights of moments, from the covariances of the sample and those implied; null where every moment
    /// counts once.
    /// </summary>
    public abstract Matrix<double>? Weights(Matrix<double> sample, Matrix<double> implied);

    /// <summary>The minimum as lavaan's fmin has it, from the discrepancy and its chi-square.</summary>
    public abstract double? Minimum(double discrepancy, double? chiSquare, int cases);

    /// <summary>What the slope of a case's discrepancy is multiplied by in indices of modification, as lavaan has it.</summary>
    public abstract double SlopeFactor(double multiplier, int cases);
}
