using Pathwise.Sem.Estimation;

namespace Pathwise.Sem.Inference;

/// <summary>
/// What a chi-square T is divided by, what is then added, and the degrees of freedom that it is compared with where they are not the model's: from
/// tr(U G) and tr(U G U G) of the residuals' weights U and the moments' asymptotic covariance G.
/// </summary>
internal sealed record TestScaling(double? Factor, double? Shift = null, double? Degrees = null)
{
    /// <summary>Of a fit with degrees of freedom by a robust estimator; the factor is null where the information is singular.</summary>
    public static TestScaling Of(FitResult fit)
    {
        if (fit.Method.Sandwich!.Kind == ScaledTestKind.Mean)
            return new(RobustCorrection.ScalingFactor(fit));
        if (ResidualTraces.Of(fit) is not { } traces)
            return new((double?)null);
        double df = DegreesOfFreedom.Of(fit), trace = traces.Trace, square = traces.OfSquare;
        return fit.Method.Sandwich.Kind == ScaledTestKind.MeanAndVariance
            ? new(square / trace, null, trace * trace / square)
            : new(Math.Sqrt(square / df), df - Math.Sqrt(df * trace * trace / square));
    }
}
