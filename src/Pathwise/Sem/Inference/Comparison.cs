using System.Globalization;
using Pathwise.Sem.Estimation;

namespace Pathwise.Sem.Inference;

/// <summary>Comparison of nested models.</summary>
public static class Comparison
{
    /// <summary>
    /// Tests a restricted model against this one, in which it is nested. Both have to be fitted to the same cases and variables by
    /// the same estimator; which of them has more degrees of freedom decides which is the restricted one. Whether it is nested is tested
    /// (Bentler and Satorra 2010): p is withheld where it is not.
    /// </summary>
    public static LikelihoodRatioTest Compare(this FitResult full, FitResult restricted, DifferenceMethod method = DifferenceMethod.Default)
    {
        Check(full, restricted);
        RequireMethod(full.Options, method);
        RequireMethod(restricted.Options, method);
        RequireOrdered(full, restricted, method);
        var (wide, narrow) = full.DegreesOfFreedom() <= restricted.DegreesOfFreedom() ? (full, restricted) : (restricted, full);
        var nesting = NestingTest.Of(wide, narrow);
        var test = full.Method.IsRobust
            ? Scaled(wide, narrow, nesting, method != DifferenceMethod.Default ? method : ByDefault(full.Method.Sandwich!.Kind))
            : Plain(wide, narrow);
        var warning = Warning(wide, narrow, nesting, test);
        return test with { Nesting = nesting.Nesting, Warning = warning, PValue = warning is null ? test.PValue : null };
    }

    /// <summary>Stops with an <see cref="InputException"/> where a method of scaling is asked for an estimator that has none, and where estimates are not at the minimum that a difference test compares.</summary>
    public static void RequireMethod(EstimationOptions options, DifferenceMethod method)
    {
        if (options.BiasReduction != BiasReduction.None)
            throw new InputException("Reduced-bias estimates (--rbm) are not at the maximum of the likelihood, and so their likelihoods make no difference test; compare the models without --rbm.");
        if (method is DifferenceMethod.SatorraBentler2001 or DifferenceMethod.SatorraBentler2010 && options.Method().Sandwich is { Kind: not ScaledTestKind.Mean })
            throw new InputException($"{method.Text()} is of mean-adjusted tests; a difference of {options.Estimator} is scaled and shifted by {DifferenceMethod.Satorra2000.Text()}.");
        if (method != DifferenceMethod.Default && !options.Method().IsRobust)
            throw new InputException($"{method.Text()} scales the difference of robust chi-squares; the estimator is {options.Estimator}, and {string.Join(" or ", EstimationMethods.All.Where(each => each.IsRobust && each.HasLikelihood == options.Method().HasLikelihood).Select(each => each.Estimator))} is needed.");
    }

    private static void RequireOrdered(FitResult full, FitResult restricted, DifferenceMethod method)
    {
        if (!full.Table.OrderedVariables.ToHashSet().SetEquals(restricted.Table.OrderedVariables))
            throw new InputException("The models do not have the same ordered variables; a difference test needs the same ones.");
        if (full.Structure.Responses is null)
            return;
        if (!full.Table.ObservedVariables.SequenceEqual(restricted.Table.ObservedVariables))
            throw new InputException("With ordered variables a difference test needs the variables in the same order; name them in both models alike.");
    }

    // As lavaan's lavTestLRT.
    private static DifferenceMethod ByDefault(ScaledTestKind kind) =>
        kind == ScaledTestKind.Mean ? DifferenceMethod.SatorraBentler2001 : DifferenceMethod.Satorra2000;

    private static LikelihoodRatioTest Plain(FitResult wide, FitResult narrow)
    {
        var df = narrow.DegreesOfFreedom() - wide.DegreesOfFreedom();
        var difference = narrow.Test().Value - wide.Test().Value;
        var hasPValue = narrow.Method.HasChiSquare;
        return new(difference, df, hasPValue ? ModelTest.PValue(difference, df) : null, DifferenceMethod.Default.Text());
    }

    private static LikelihoodRatioTest Scaled(FitResult wide, FitResult narrow, NestingTest nesting, DifferenceMethod method)
    {
        var plain = Plain(wide, narrow);
        var scaling = DifferenceScaling.Of(wide, narrow, nesting, method);
        if (scaling.Factor is not > 0)
            return plain with { ChiSquare = null, PValue = null, Method = method.Text(), ScalingFactor = scaling.Factor };
        var difference = (plain.ChiSquare / scaling.Factor) + scaling.Shift;
        return new(difference, plain.DegreesOfFreedom, ModelTest.PValue(difference, plain.DegreesOfFreedom), method.Text())
        {
            ScalingFactor = scaling.Factor, Shift = scaling.Shift,
        };
    }

    private static FitWarning? Warning(FitResult wide, FitResult narrow, NestingTest nesting, LikelihoodRatioTest test)
    {
        if (!wide.HasConverged || !narrow.HasConverged)
            return new("not-converged", "A model did not converge, so the difference is not that of two minima; it has no p.");
        if (test.DegreesOfFreedom == 0)
            return SameDegrees(nesting.Nesting);
        if (nesting.Nesting == ModelNesting.NotNested)
            return NotNested(nesting);
        if (narrow.Test().Value - wide.Test().Value < -1e-6 * (1 + wide.Test().Value))
            return new("negative-difference", "The restricted model fits better than the one that it is restricted from, which is impossible at the smallest discrepancy of each; give the model with more parameters other start() values.");
        return test.ChiSquare is null && test.Method != DifferenceMethod.Default.Text() ? NotPositive(test.ScalingFactor) : null;
    }

    private static FitWarning SameDegrees(ModelNesting nesting) => new("same-degrees-of-freedom", nesting switch
    {
        ModelNesting.Equivalent => "The models are equivalent: they have the same degrees of freedom and can imply the same moments, so no data can tell them apart.",
        ModelNesting.NotNested => "The models have the same degrees of freedom and are not nested; a difference test needs one that is nested in the other. Compare them by AIC or BIC.",
        _ => "The models have the same degrees of freedom; a difference test needs one that is nested in the other.",
    });

    private static FitWarning NotNested(NestingTest nesting) => new("not-nested", string.Create(
        CultureInfo.InvariantCulture,
        $"The models are not nested: fitted to the moments that the restricted model implies, the full one misses them by a chi-square of {nesting.ChiSquare:G4}, and not 0 (Bentler and Satorra 2010). The difference has no chi-square distribution and no p; compare them by AIC or BIC."));

    private static FitWarning NotPositive(double? factor) => new("scaling-factor-not-positive", string.Create(
        CultureInfo.InvariantCulture,
        $"The scaling factor of the difference is {factor?.ToString("G6", CultureInfo.InvariantCulture) ?? "undefined"}, not positive, so there is no scaled difference; the models hardly differ, or fit badly. Use the method satorra.bentler.2010, compare them by a Wald test of the restrictions, or by AIC."));

    private static void Check(FitResult full, FitResult restricted)
    {
        if (full.CaseCount != restricted.CaseCount)
            throw new InputException($"The models were fitted to {full.CaseCount} and {restricted.CaseCount} cases; a difference test needs the same cases.");
        if (full.Options.Estimator != restricted.Options.Estimator || full.Options.Likelihood != restricted.Options.Likelihood)
            throw new InputException($"The models were fitted by {full.Options.Estimator} and {restricted.Options.Estimator}; a difference test needs the same estimator and likelihood.");
        if (!full.Table.ObservedVariables.ToHashSet().SetEquals(restricted.Table.ObservedVariables))
            throw new InputException("The models have different observed variables; a difference test needs the same ones.");
        if (!full.Table.GroupLabels.ToHashSet().SetEquals(restricted.Table.GroupLabels))
            throw new InputException($"The models have {full.Table.GroupCount} and {restricted.Table.GroupCount} groups, or groups of other names; a difference test needs the same groups.");
        if (!SameCases.Of(full, restricted))
            throw new InputException($"The models were fitted to {full.CaseCount} cases each, but not to the same ones: their values differ. A difference test needs the same cases.");
    }
}
