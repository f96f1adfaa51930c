using Pathwise.Sem.Estimation;
using Pathwise.Sem.Resampling;
using Pathwise.Sem.Specification;

namespace Pathwise.Sem.Influence;

/// <summary>Asks which cases carry an effect.</summary>
public static class CaseInfluences
{
    /// <summary>
    /// What each case changes about the estimates, effects and fit of a model of one group, and how many cases must go for the sign or the significance of
    /// an effect, or the rejection of the model, to change: by a recursive greedy search with exact refits, by trying every set as far as a budget of fits
    /// allows, each set found being confirmed by a fit of its own. On cancellation what was found so far is returned.
    /// </summary>
    /// <param name="fit">A fit to cases.</param>
    /// <param name="options">The effect, and how it is searched.</param>
    /// <param name="names">A name for each case of the data that the fit was made to (see <see cref="CaseNames"/>); null for their numbers.</param>
    /// <param name="progress">Told how far the stages are.</param>
    /// <param name="cancellation">Ends the search.</param>
    /// <exception cref="InputException">There is no such effect, no mediator, too few cases, or an option has no meaning.</exception>
    public static InfluenceResult Influence(
        this FitResult fit, InfluenceOptions options, IReadOnlyList<CaseName>? names = null, IProgress<BootstrapProgress>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(fit);
        ArgumentNullException.ThrowIfNull(options);
        return Study(fit, options, names).Execute(null, progress, cancellation);
    }

    /// <summary>The study itself, refused where it cannot be made.</summary>
    internal static InfluenceStudy Study(FitResult fit, InfluenceOptions options, IReadOnlyList<CaseName>? names)
    {
        fit.Table.CheckInfluence(fit.CaseCount, options);
        if (fit.Sample[0].HasMissing && (options.HasOneStep || options.ReferenceSamples > 0))
            throw new InputException("One-step approximations and references are of complete cases; the sample misses values.");
        if (fit.Options.Auxiliary.Count > 0)
            throw new InputException("Cases are left out of the variables of the model alone; leave --auxiliary out.");
        _ = SampleSources.Cases(fit.Sample[0]);
        return new(fit.RequireConverged(), options, CaseNames.Used(fit, names));
    }

    /// <summary>The same for the effect of a name such as <c>x -> m -> y</c>.</summary>
    public static InfluenceResult Influence(this FitResult fit, string effect) => fit.Influence(new InfluenceOptions { Effect = effect });

    /// <summary>Stops where <see cref="Influence(FitResult, InfluenceOptions, IReadOnlyList{CaseName}, IProgress{BootstrapProgress}, CancellationToken)"/> would for a model and so many cases, before anything is fitted.</summary>
    /// <exception cref="InputException">There is no such effect, no mediator, too few cases, or an option has no meaning.</exception>
    public static void CheckInfluence(this ParameterTable table, int count, InfluenceOptions options)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(options);
        InfluenceRequirements.Require(table, count, options.Checked());
    }
}
