using System.Globalization;
using Pathwise.Numerics;
using Pathwise.Sem.Estimation;
using Pathwise.Sem.Inference;
using Pathwise.Sem.Specification;
using Pathwise.Tables;

namespace Pathwise.Psychometrics;

/// <summary>How near to one a factor correlation may be, judged by its interval (Ronkko and Cho 2022).</summary>
public enum SeparationProblem
{
    /// <summary>The interval stays below .8.</summary>
    None,

    /// <summary>It reaches from .8 to below .9.</summary>
    Marginal,

    /// <summary>It reaches from .9 to below 1.</summary>
    Moderate,

    /// <summary>It reaches 1.</summary>
    Severe,
}

/// <summary>
/// The correlation of two factors of a confirmatory factor analysis with its normal-theory interval, and the chi-square
/// difference of the model in which it is held at the cutoff (with the estimate's sign). Null where they do not exist.
/// </summary>
[TypeFormatterSource]
public sealed record CorrelationTest(
    string First, string Second, double Correlation, Interval? Interval, double Cutoff, LikelihoodRatioTest? Difference)
{
    /// <summary>CICFA: what the far end of the interval says; null without an interval.</summary>
    public SeparationProblem? Problem => Interval is { } interval ? Judge(Math.Max(Math.Abs(interval.Lower), Math.Abs(interval.Upper))) : null;

    private static SeparationProblem Judge(double far) => far switch
    {
        >= 1 => SeparationProblem.Severe,
        >= 0.9 => SeparationProblem.Moderate,
        >= 0.8 => SeparationProblem.Marginal,
        _ => SeparationProblem.None,
    };
}

/// <summary>Tests of whether the factors of a measurement model differ.</summary>
public static class CorrelationTests
{
    /// <summary>
    /// Fits a confirmatory factor analysis with factor variances of one; for every pair of factors gives the correlation's interval
    /// (CICFA) and the chi-square difference when it is held at <paramref name="cutoff"/>, .9 as in semTools, or 1.
    /// </summary>
    public static IReadOnlyList<CorrelationTest> CorrelationsBelow(
        this ModelSpecification measurement, DataTable data, double cutoff = 0.9, EstimationOptions? options = null)
    {
        if (cutoff is <= 0 or > 1)
            throw new InputException(string.Create(CultureInfo.InvariantCulture, $"The cutoff is {cutoff}; expected above 0 and at most 1."));
        var free = Fit(measurement, data, options);
        RequireMeasurement(free);
        return free.Estimates()
            .Where(row => row.Operator == Operator.Covariance && row.Lhs != row.Rhs && free.Table.LatentVariables.Contains(row.Lhs))
            .Select(row => Test(measurement, data, cutoff, options, free, row))
            .ToArray();
    }

    private static FitResult Fit(ModelSpecification model, DataTable data, EstimationOptions? options) =>
        model.Fit(data, options, new ModelOptions { StdLv = true });

    private static CorrelationTest Test(
        ModelSpecification measurement, DataTable data, double cutoff, EstimationOptions? options, FitResult free, Estimate row)
    {
        var held = string.Create(CultureInfo.InvariantCulture, $"{measurement.Text}\n{row.Lhs} ~~ {Math.CopySign(cutoff, row.Value):R}*{row.Rhs}\n");
        var constrained = Fit(ModelSpecification.Parse(held), data, options);
        return new CorrelationTest(
            row.Lhs,
            row.Rhs,
            row.Value,
            row is { Lower: { } lower, Upper: { } upper } ? new Interval(lower, upper, free.Options.Level) : null,
            cutoff,
            free.HasConverged && constrained.HasConverged ? free.Compare(constrained) : null);
    }

    private static void RequireMeasurement(FitResult fit)
    {
        if (fit.Table.Rows.FirstOrDefault(row => row.Operator == Operator.Regression) is { } path)
            throw new InputException($"The model has the path {path.Lhs} ~ {path.Rhs}; expected a measurement model, in which all factors correlate freely.");
    }
}
