using Pathwise.Sem.Moments;

namespace Pathwise.Sem.Estimation;

/// <summary>What follows from the options.</summary>
internal static class OptionChoices
{
    /// <summary>The method of the estimator.</summary>
    public static EstimationMethod Method(this EstimationOptions options) => EstimationMethods.Of(options.Estimator);

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
        if (method.IsRobust && options.Likelihood == Likelihood.Wishart)
            throw new InputException($"{options.Estimator} is of normal likelihood; Wishart likelihood has no cases.");
        if (options.Level is not (> 0 and < 1))
            throw new InputException(FormattableString.Invariant($"The level of intervals is {options.Level}; expected a number between 0 and 1."));
        if (options.MaximumIterations < 1)
            throw new InputException($"The largest number of iterations is {options.MaximumIterations}; expected 1 or more.");
        return options;
    }
}
