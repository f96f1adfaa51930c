using Pathwise.Sem.Compiled;
using Pathwise.Sem.Estimation;
using Pathwise.Sem.Moments;

namespace Pathwise.Sem.Resampling;

/// <summary>Decides whether resamples of a fit can be fitted by compiled code, and says why not.</summary>
internal static class CompiledPath
{
    /// <summary>
    /// Moments about zero lose twice the digits that a mean has before its standard deviation begins; beyond this they are too few.
    /// </summary>
    private const double LargestMean = 30;

    /// <summary>The compiled model of a fit's first group by maximum likelihood, or null and why the groups cannot be fitted one by one.</summary>
    public static CovarianceModel? TryCompile(FitResult fit, out string? whyNot) => TryCompileAll(fit, out whyNot)?[0];

    /// <summary>The compiled models of all groups, or null and why they cannot be fitted one by one: without constraints no two share a parameter.</summary>
    public static IReadOnlyList<CovarianceModel>? TryCompileAll(FitResult fit, out string? whyNot)
    {
        var means = Treatment(fit);
        whyNot = fit switch
        {
            { Table.OrderedVariables.Count: > 0 } => "ordered variables",
            _ when fit.Method.Compiled != FitFunction.Likelihood => $"the estimator {fit.Options.Estimator}",
            { Table.Constraints.Count: > 0 } => "constraints",
            _ => WhyNot(fit, means),
        };
        return whyNot is null ? [.. Enumerable.Range(1, fit.Table.GroupCount).Select(group => CovarianceModelCompiler.Compile(fit.Table, group, means))] : null;
    }

    /// <summary>
    /// The fit as compiled code is asked to repeat it where others see to its bounds (<see cref="DrawnBounds"/>): without them, unless variables are ordered or products centred.
    /// </summary>
    public static FitResult LeavingBounds(FitResult fit) =>
        fit.Options.Bounds == BoundsKind.None || fit.Table.OrderedVariables.Count > 0 || CentredProducts.Of(fit.Table) is not null ? fit : fit.Within(BoundsKind.None);

    /// <summary>What keeps a fit from compiled code of every kind.</summary>
    public static string? WhyNot(FitResult fit, MeanTreatment means) => fit switch
    {
        { Table.OrderedVariables.Count: > 0 } => "ordered variables",
        { Options.BiasReduction: not BiasReduction.None } => "reduced-bias estimation",
        { Options.Bounds: not BoundsKind.None } => "bounds",
        { Options.Ridge: not 0 } => "a ridge",
        { Method.Compiled: null } => $"the estimator {fit.Options.Estimator}",
        _ when fit.Sample.Any(sample => sample.HasMissing && sample.FirstStage is null) => "missing values",
        _ when fit.Sample.Any(sample => sample.HasMissing) && CentredProducts.Of(fit.Table) is not null => "missing values of products that are centred in each sample",
        _ when means != MeanTreatment.Structured => null,
        _ when fit.Method.Compiled != FitFunction.Likelihood => $"restricted means with the estimator {fit.Options.Estimator}",
        _ when fit.Sample.Any(IsFarFromZero) => "restricted means more than 30 standard deviations from zero",
        _ => null,
    };

    /// <summary>How the means of a fit are treated, those of all groups alike.</summary>
    public static MeanTreatment Treatment(FitResult fit) => !fit.Table.HasMeanStructure ? MeanTreatment.None
        : Enumerable.Range(1, fit.Table.GroupCount).All(group => SaturatedIntercepts.Suit(fit.Table, group)) ? MeanTreatment.Saturated
        : MeanTreatment.Structured;

    private static bool IsFarFromZero(SampleMoments sample) =>
        Enumerable.Range(0, sample.Names.Count).Any(i => !(Math.Abs(sample.Means![i]) <= LargestMean * Math.Sqrt(sample.Covariance[i, i])));
}
