using System.Globalization;
using Pathwise.Sem.Estimation;

namespace Pathwise.Sem.Inference;

/// <summary>Comparison of nested models.</summary>
public static class Comparison
{
    /// <summary>
    /// Tests a restricted model against this one, in which it is nested. Both have to be fitted to the same cases and variables by
    /// the same estimator; which of them has more degrees of freedom decides which is the restricted one.
    /// </summary>
    public static LikelihoodRatioTest Compare(this FitResult full, FitResult restricted)
    {
        Check(full, restricted);
        var (wide, narrow) = full.Test().DegreesOfFreedom <= restricted.Test().DegreesOfFreedom ? (full, restricted) : (restricted, full);
        if (full.Options.IsRobust())
            return Scaled(wide, narrow);
        var (free, held) = (wide.Test(), narrow.Test());
        var df = held.DegreesOfFreedom - free.DegreesOfFreedom;
        var difference = held.Value - free.Value;
        return new(difference, df, ModelTest.PValue(difference, df), "standard") { Warning = df == 0 ? SameDegrees : null };
    }

    // Satorra and Bentler (2001): the difference of the plain chi-squares over the scaling factor of the difference.
    private static LikelihoodRatioTest Scaled(FitResult wide, FitResult narrow)
    {
        const string Method = "satorra.bentler.2001";
        var (free, held) = (wide.ScaledTest()!, narrow.ScaledTest()!);
        var df = held.DegreesOfFreedom - free.DegreesOfFreedom;
        var factor = ((held.ScalingFactor * held.DegreesOfFreedom) - ((free.ScalingFactor ?? 0) * free.DegreesOfFreedom)) / df;
        if (df == 0)
            return new(null, df, null, Method) { Warning = SameDegrees };
        if (factor is not > 0)
            return new(null, df, null, Method) { Warning = NotPositive(factor) };
        var difference = (narrow.Test().Value - wide.Test().Value) / factor;
        return new(difference, df, ModelTest.PValue(difference, df), Method);
    }

    private static FitWarning SameDegrees =>
        new("same-degrees-of-freedom", "The models have the same degrees of freedom; a difference test needs one that is nested in the other.");

    private static FitWarning NotPositive(double? factor) => new("scaling-factor-not-positive", string.Create(
        CultureInfo.InvariantCulture,
        $"The scaling factor of the difference is {factor?.ToString("G6", CultureInfo.InvariantCulture) ?? "undefined"}, not positive, so there is no scaled difference; the models hardly differ, or fit badly. Compare them by a Wald test of the restrictions, or by AIC."));

    private static void Check(FitResult full, FitResult restricted)
    {
        if (full.CaseCount != restricted.CaseCount)
            throw new InputException($"The models were fitted to {full.CaseCount} and {restricted.CaseCount} cases; a difference test needs the same cases.");
        if (full.Options.Estimator != restricted.Options.Estimator || full.Options.Likelihood != restricted.Options.Likelihood)
            throw new InputException($"The models were fitted by {full.Options.Estimator} and {restricted.Options.Estimator}; a difference test needs the same estimator and likelihood.");
        if (!full.Table.ObservedVariables.ToHashSet().SetEquals(restricted.Table.ObservedVariables))
            throw new InputException("The models have different observed variables; a difference test needs the same ones.");
    }
}
