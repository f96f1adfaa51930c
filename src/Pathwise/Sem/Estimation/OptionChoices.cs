using Pathwise.Sem.Moments;

namespace Pathwise.Sem.Estimation;

/// <summary>What follows from the options.</summary>
internal static class OptionChoices
{
    /// <summary>The method of the estimator.</summary>
    public static EstimationMethod Method(this EstimationOptions options) => options.Missing.HasTwoStages() && options.Estimator == EstimationMethods.OfLikelihood
        ? TwoStageLikelihood.Of(options)
        : EstimationMethods.Of(options.Estimator);

    /// <summary>The divisor of the sample covariances: N under normal likelihood, N - 1 under Wishart and for least squares.</summary>
    public static Divisor Divisor(this EstimationOptions options) =>
        options.Method().Divisor(options.Likelihood);

    /// <summary>The information matrix of the standard errors.</summary>
    public static Information InformationUsed(this EstimationOptions options) => options.Information
        ?? (options.Missing == MissingData.Fiml ? Information.Observed : options.Method().Information);

    /// <summary>Refuses combinations that have no meaning.</summary>
    public static EstimationOptions Checked(this EstimationOptions options)
    {
        var method = options.Method();
        if (options.Missing == MissingData.Fiml && method.WhyComplete is { } reason)
            throw new InputException(reason);
        if (options.Missing == MissingData.Fiml && options.Likelihood == Likelihood.Wishart)
            throw new InputException("Full information for missing values is of normal likelihood; Wishart likelihood has no cases.");
        if (options.Missing.HasTwoStages() && method.Certainty is null)
            throw new InputException($"Two stages of estimation (two.stage, robust.two.stage) have errors and a test of their own, and maximum likelihood; expected the estimator {EstimationMethods.OfLikelihood} in the place of {options.Estimator}.");
        if (options.Missing.HasTwoStages() && options.Likelihood == Likelihood.Wishart)
            throw new InputException("Two stages of estimation are of normal likelihood; Wishart likelihood has no cases.");
        if (options.Auxiliary.Count > 0 && !options.Missing.HasTwoStages())
            throw new InputException("Auxiliary variables belong to the first of two stages; expected missing values by two.stage or robust.two.stage.");
        if (options.Auxiliary.Count > 0 && options.Information == Information.Expected)
            throw new InputException("Auxiliary variables are for values that are missing at random, of which the expected information is wrong; expected observed information.");
        if (method.IsRobust && options.Likelihood == Likelihood.Wishart)
            throw new InputException($"{options.Estimator} is of normal likelihood; Wishart likelihood has no cases.");
        if (options.Level is not (> 0 and < 1))
            throw new InputException(FormattableString.Invariant($"The level of intervals is {options.Level}; expected a number between 0 and 1."));
        if (options.MaximumIterations < 1)
            throw new InputException($"The largest number of iterations is {options.MaximumIterations}; expected 1 or more.");
        return options;
    }
}
