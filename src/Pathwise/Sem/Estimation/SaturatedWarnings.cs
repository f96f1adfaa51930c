using System.Globalization;
using Pathwise.Sem.Moments;

namespace Pathwise.Sem.Estimation;

/// <summary>What a reader must know of the most likely moments of cases with missing values.</summary>
internal static class SaturatedWarnings
{
    /// <summary>That they were not found, or are not determined where the model rests on them.</summary>
    public static IEnumerable<FitWarning> Of(FitResult fit) =>
        [.. fit.SaturatedSearches.SelectMany(search => NotConverged(fit, search)), .. fit.Sample.SelectMany(sample => Singular(fit, sample))];

    private static IEnumerable<FitWarning> NotConverged(FitResult fit, SaturatedMoments search)
    {
        if (!search.HasConverged)
        {
            yield return new("saturated-not-converged", string.Create(
                CultureInfo.InvariantCulture,
                $"The most likely means and covariances without a model{FitWarnings.In(fit, search.Moments.Group)} were not found in {search.Steps} steps: the last changed them by {search.Change:0.###E+00} of a standard deviation, {SaturatedMoments.Tolerance:0.###E+00} is asked. The chi-square and all that compares with the saturated model are not exact; look for variables that few cases have in common."));
        }
    }

    private static IEnumerable<FitWarning> Singular(FitResult fit, SampleMoments sample)
    {
        if (fit.Method.Certainty is { } kind && sample.FirstStage is { } stage && FirstStageCovariance.Of(stage, kind) is null)
        {
            yield return new(
                "first-stage-singular",
                $"The values that there are do not determine all means and covariances of the first stage{FitWarnings.In(fit, sample.Group)}, or make its variables depend on each other: there are no standard errors and no scaled test, and the estimates rest on moments that the data leave open. Full information (fiml) needs no more than the model does.");
        }
    }
}
