using System.Globalization;
using Pathwise.Sem.Specification;

namespace Pathwise.Sem.Estimation;

/// <summary>What a ridge, a number added to each variance of the sample, does not go with, and what it means for a fit.</summary>
internal static class RidgeRequirements
{
    /// <summary>Refuses what the ridge is not meant for.</summary>
    /// <exception cref="InputException">A number below zero, another discrepancy than maximum likelihood's, missing values, ordered variables, or reduced bias.</exception>
    public static void Check(ParameterTable table, EstimationOptions options)
    {
        if (options.Ridge == 0)
            return;
        if (!(options.Ridge > 0 && double.IsFinite(options.Ridge)))
            throw new InputException(string.Create(CultureInfo.InvariantCulture, $"The ridge is {options.Ridge}; expected a number above zero, in the unit of the variances."));
        var what = options switch
        {
            _ when !IsOfMoments(options.Method()) => $"the estimator {options.Estimator}",
            { Missing: not MissingData.Listwise } => "missing values",
            { BiasReduction: not BiasReduction.None } => "reduced-bias estimation (--rbm)",
            _ when table.OrderedVariables.Count > 0 => "ordered variables",
            _ => null,
        };
        if (what is not null)
            throw new InputException($"A ridge (--ridge) goes with maximum likelihood of complete cases of continuous variables (ML, MLM, MLMV, MLMVS); it does not go with {what}.");
    }

    /// <summary>What the reader of a fit must know, or nothing.</summary>
    public static IEnumerable<FitWarning> Warnings(FitResult fit)
    {
        if (fit.Options.Ridge == 0)
            yield break;
        var trust = fit.Method.IsRobust ? "" : " Standard errors and test take the sum for covariances of a sample; those of --estimator MLM do not.";
        yield return new("ridge", string.Create(
            CultureInfo.InvariantCulture,
            $"The model is fitted to covariances with {fit.Options.Ridge:G6} added to each variance: residual variances are larger by about as much, and R-squared and standardized values follow.{trust}"));
    }

    // Their slopes are those of covariances, not of cases.
    private static bool IsOfMoments(EstimationMethod method) => method is { HasLikelihood: true, Sandwich: null or { IsEachAtItsOwn: false } };
}
