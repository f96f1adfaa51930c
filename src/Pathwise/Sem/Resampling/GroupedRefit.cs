using Pathwise.Numerics;
using Pathwise.Sem.Compiled;
using Pathwise.Sem.Effects;
using Pathwise.Sem.Estimation;

namespace Pathwise.Sem.Resampling;

/// <summary>
/// Fits replicates of groups that share parameters, of models with equal parameters and by least squares with compiled code. A replicate
/// whose search comes to an end allocates nothing.
/// </summary>
internal sealed class GroupedRefit : ReplicateWorker
{
    private readonly FitResult fit;
    private readonly GroupedFitter fitter;
    private readonly FullRefit general;
    private readonly EffectEvaluator effects;
    private readonly ArgumentStandardizer? arguments;
    private readonly DrawnSample drawn;
    private readonly DrawnBounds? bounds;
    private readonly SaturatedIntercepts?[] intercepts;
    private readonly double[] shares;
    private readonly double[] beta;
    private readonly double[] structural;
    private double discrepancy;

    public GroupedRefit(FitResult fit, CompiledGroups groups, EffectCatalogue catalogue, SampleSource[] sources)
    {
        this.fit = fit;
        fitter = new GroupedFitter(groups);
        general = new FullRefit(fit, catalogue, sources);
        effects = new EffectEvaluator(fit.Table, catalogue);
        arguments = ArgumentStandardizer.Of(fit, catalogue);
        bounds = DrawnBounds.Of(fit, general);
        drawn = new DrawnSample(fit, groups.Models, sources);
        intercepts = [.. groups.Models.Select((model, g) => model.Means == MeanTreatment.Saturated ? new SaturatedIntercepts(fit.Table, g + 1) : null)];
        shares = new double[sources.Length];
        var m = groups.Models[0].VariableCount;
        (beta, structural) = (new double[m * m], new double[m * m]);
    }

    public override double Discrepancy => discrepancy;

    public override FitStatus Draw(RandomStream stream, EstimateSpans target) => drawn.Draw(stream) ?? Fit(target);

    public override FitStatus LeaveOut(int omitted, EstimateSpans target) => drawn.LeaveOut(omitted) ?? Fit(target);

    public override void Skip(RandomStream stream) => drawn.Skip(stream);

    // It takes other steps, and has the last word where this search found no end.
    private FitStatus FitOnTheGeneralPath(EstimateSpans target)
    {
        var status = general.FitMoments(drawn.Moments, target);
        discrepancy = general.Discrepancy;
        return status;
    }

    private FitStatus Fit(EstimateSpans target)
    {
        Discrepancies.Shares(drawn.Counts, fit.Options, shares);
        var status = fitter.Fit(drawn.Groups, shares);
        discrepancy = fitter.Discrepancy;
        if (bounds is null ? !fitter.WentAstray && status is (FitStatus.TooManyIterations or FitStatus.NoDescent or FitStatus.NoStart) : !status.HasConverged() && status.IsOfSearch())
            return FitOnTheGeneralPath(target);
        if (!status.HasConverged())
            return status;
        fitter.CopyValues(target.Values);
        if (bounds?.Contain(drawn, target.Values) == false)
            return FitOnTheGeneralPath(target);
        for (var g = 0; g < drawn.Groups.Length; g++)
        {
            fitter.CopyStructure(g, beta, structural);
            intercepts[g]?.Write(beta, drawn.Groups[g].Means, target.Values);
            effects.Evaluate(g + 1, beta, structural, target.Effects, target.Standardized);
        }

        arguments?.Write(drawn.Groups, target);
        return status;
    }
}
