using Pathwise.Numerics;
using Pathwise.Sem.Estimation;

namespace Pathwise.Sem.Evaluation;

/// <summary>Normal log-likelihoods; that of fixed exogenous variables is left out, as lavaan leaves it out.</summary>
internal static class LogLikelihoods
{
    private const double LogTwoPi = 1.8378770664093454836;

    /// <summary>Of the saturated model; null for least squares or where the sample covariances are not positive definite.</summary>
    public static double? OfSaturated(FitResult fit)
    {
        if (!fit.Method.HasLikelihood || fit.Warnings.Any(warning => warning.Code == "sample-not-positive-definite"))
            return null;
        double sum = 0;
        for (var g = 0; g < fit.Sample.Count; g++)
            sum += OfGroup(fit.Working, g) - OfExogenous(fit.Working, g);
        return sum;
    }

    /// <summary>Of the model: that of the saturated model less half the chi-square under normal likelihood.</summary>
    public static double? OfModel(FitResult fit)
    {
        double half = 0;
        for (var g = 0; g < fit.Sample.Count; g++)
            half += fit.Sample[g].Count * fit.GroupDiscrepancies[g] / 2;
        return OfSaturated(fit) - half;
    }

    // The likelihood is that of the cases, whatever the divisor of S.
    private static double OfGroup(FitResult fit, int g)
    {
        var (sample, saturated) = (fit.Sample[g], fit.Saturated[g]);
        var patterns = Discrepancies.Patterns(sample, fit.Options);
        var values = patterns.Sum(pattern => pattern.Share * pattern.Observed.Length) * LogTwoPi;
        return -sample.Count / 2.0 * (values + Discrepancies.SaturatedValue(patterns, saturated));
    }

    private static double OfExogenous(FitResult fit, int g)
    {
        var names = fit.Table.Rows.Where(row => row.IsSampleMoment && row.Group == g + 1).Select(row => row.Lhs).Distinct().ToArray();
        if (names.Length == 0)
            return 0;
        var covariance = fit.Saturated[g].Select(names).Covariance.ToRowMajorArray();
        return Cholesky.TryFactor(covariance, names.Length)
            ? -fit.Sample[g].Count / 2.0 * ((names.Length * (LogTwoPi + 1)) + Cholesky.LogDeterminant(covariance, names.Length))
            : 0;
    }
}
