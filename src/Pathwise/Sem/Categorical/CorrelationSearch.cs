namespace Pathwise.Sem.Categorical;

/// <summary>A log-likelihood as a function of a correlation.</summary>
internal interface ICorrelationLikelihood
{
    /// <summary>
    /// First and second derivative at a correlation, and, where the second is not negative, the expected information, which is positive.
    /// </summary>
    (double Slope, double Curvature, double Information) At(double correlation);
}

/// <summary>Looks for the most likely correlation.</summary>
internal static class CorrelationSearch
{
    /// <summary>The largest correlation in size that is sought, as in lavaan.</summary>
    public const double Limit = 0.999;

    private const double NearOne = 0.99;

    /// <summary>
    /// Newton's steps inside a bracket that the sign of the slope narrows; scoring where the likelihood is not concave. The last step, below
    /// 1e-7, is taken and not checked: the error after it is of the size of its square.
    /// </summary>
    public static (double Correlation, CorrelationOutcome Outcome) Maximize<T>(T likelihood, double start)
        where T : ICorrelationLikelihood
    {
        var (lower, upper, at) = (-Limit, Limit, Math.Clamp(start, -0.9, 0.9));
        for (var step = 0; ; step++)
        {
            var (slope, curvature, information) = likelihood.At(at);
            if (Math.Abs(at) == Limit && slope * at > 0)
                return (at, CorrelationOutcome.AtBound);
            (lower, upper) = slope > 0 ? (at, upper) : (lower, at);
            var change = slope / (curvature < 0 ? -curvature : information);
            if (Math.Abs(change) < 1e-7)
                return (at + change, OutcomeOf(at + change));
            if (upper - lower < 1e-15 || step == 100)
                return (at, OutcomeOf(at));
            var next = Math.Clamp(at + change, -Limit, Limit);
            at = Math.Abs(next) == Limit || (next > lower && next < upper) ? next : 0.5 * (lower + upper);
        }
    }

    /// <summary>What is to be said of a correlation that was found.</summary>
    public static CorrelationOutcome OutcomeOf(double correlation) => Math.Abs(correlation) > NearOne ? CorrelationOutcome.NearOne : CorrelationOutcome.Found;
}
