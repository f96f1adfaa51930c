using Pathwise.Sem.Compiled;
using Pathwise.Sem.Estimation;
using Pathwise.Sem.Moments;
using Pathwise.Sem.Specification;

namespace Pathwise.Sem.Resampling;

/// <summary>
/// Decides whether resamples of ordered variables can be fitted by compiled code: thresholds that nothing restricts fit whatever they are and add nothing to
/// the discrepancy, which is then one of correlations and, of continuous variables, of covariances.
/// </summary>
internal static class OrderedPath
{
    // A resample that leaves a case out must have three.
    private const int LeastCases = 4;

    /// <summary>What keeps a fit of ordered variables from compiled code; null where nothing does.</summary>
    public static string? WhyNot(FitResult fit) => fit switch
    {
        { Method.Responses: null or ResponseWeighting.Full } => $"ordered variables with the estimator {fit.Options.Estimator}",
        { Table.Options.Parameterization: Parameterization.Theta } => "ordered variables in the theta parameterization",
        { Structure.Responses.Covariates.Length: > 0 } => "ordered variables with covariates",
        _ when fit.Structure.Latents.Any(fit.Table.OrderedVariables.Contains) => "ordered variables in regressions",
        _ when fit.Sample.Any(sample => sample.HasMissing) => "missing values",
        _ when !Enumerable.Range(1, fit.Table.GroupCount).All(group => SaturatedIntercepts.SuitOrdered(fit.Table, group)) => "ordered variables whose thresholds, scales or means are restricted or shared",
        _ when fit.Sample.Any(sample => sample.Cases is null || sample.Count < LeastCases) => "ordered variables of very few cases",
        _ => null,
    };

    /// <summary>For each variable of a sample whether it is ordered.</summary>
    public static bool[] IsOrdered(SampleMoments sample) => [.. sample.Responses!.Categories.Select(categories => categories is not null)];
}
