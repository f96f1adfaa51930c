using Pathwise.Sem.Moments;

namespace Pathwise.Sem.Estimation;

/// <summary>What follows from the options.</summary>
internal static class OptionChoices
{
    /// <summary>The divisor of the sample covariances: N under normal likelihood, N - 1 under Wishart and for least squares.</summary>
    public static Divisor Divisor(this EstimationOptions options) =>
        options.IsLikelihood() && options.Likelihood == Likelihood.Normal ? Moments.Divisor.Count : Moments.Divisor.CountLessOne;

    /// <summary>True for maximum likelihood in all its variants.</summary>
    public static bool IsLikelihood(this EstimationOptions options) => options.Estimator is Estimator.ML or Estimator.MLM or Estimator.MLR;

    /// <summary>True when standard errors and test are corrected.</summary>
    public static bool IsRobust(this EstimationOptions options) => options.Estimator is Estimator.MLM or Estimator.MLR;

    /// <summary>The information matrix of the standard errors.</summary>
    public static Information InformationUsed(this EstimationOptions options) => options.Information
        ?? (options.Estimator == Estimator.MLR || options.Missing == MissingData.Fiml ? Information.Observed : Information.Expected);

    /// <summary>Refuses combinations that have no meaning.</summary>
    public static EstimationOptions Checked(this EstimationOptions options)
    {
        if (options.Missing == MissingData.Fiml && !options.IsLikelihood())
            throw new InputException($"Full information for missing values needs maximum likelihood; the estimator is {options.Estimator}.");
        if (options.Missing == MissingData.Fiml && options.Estimator == Estimator.MLM)
            throw new InputException("MLM needs complete cases; with missing values use MLR.");
        if (options.Missing == MissingData.Fiml && options.Likelihood == Likelihood.Wishart)
            throw new InputException("Full information for missing values is of normal likelihood; Wishart likelihood has no cases.");
        if (options.IsRobust() && options.Likelihood == Likelihood.Wishart)
            throw new InputException($"{options.Estimator} is of normal likelihood; Wishart likelihood has no cases.");
        if (options.Level is not (> 0 and < 1))
            throw new InputException(FormattableString.Invariant($"The level of intervals is {options.Level}; expected a number between 0 and 1."));
        if (options.MaximumIterations < 1)
            throw new InputException($"The largest number of iterations is {options.MaximumIterations}; expected 1 or more.");
        return options;
    }
}
