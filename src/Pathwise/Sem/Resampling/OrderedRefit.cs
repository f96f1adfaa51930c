using Pathwise.Numerics;
using Pathwise.Sem.Compiled;
using Pathwise.Sem.Effects;
using Pathwise.Sem.Estimation;

namespace Pathwise.Sem.Resampling;

/// <summary>
/// Fits replicates of ordered variables with compiled code (see <see cref="OrderedPath"/>). Where all variables are ordered, a replicate whose search comes to
/// an end allocates nothing.
/// </summary>
internal sealed class OrderedRefit : ReplicateWorker
{
    private readonly FitResult fit;
    private readonly GroupedFitter fitter;
    private readonly FullRefit general;
    private readonly EffectEvaluator effects;
    private readonly ArgumentStandardizer? arguments;
    private readonly OrderedSample[] drawn;
    private readonly ReplicateSample[] moments;
    private readonly SaturatedIntercepts[] intercepts;
    private readonly int[] counts;
    private readonly double[] shares;
    private readonly double[] beta;
    private readonly double[] structural;
    private DrawMarks marks;
    private double discrepancy;

    /// <param name="fit">The fit.</param>
    /// <param name="groups">Its compiled groups.</param>
    /// <param name="catalogue">The effects.</param>
    /// <param name="sources">Draw from the cases of each group of the fit, in their order.</param>
    public OrderedRefit(FitResult fit, CompiledGroups groups, EffectCatalogue catalogue, SampleSource[] sources)
    {
        this.fit = fit;
        (fitter, general, effects) = (new GroupedFitter(groups), new FullRefit(fit, catalogue, sources), new EffectEvaluator(fit.Table, catalogue));
        arguments = ArgumentStandardizer.Of(fit, catalogue);
        drawn = [.. fit.Sample.Select((sample, g) => new OrderedSample(sample, fit.Method.Responses!.Value, fit.Options.EmptyCells, sources[g]))];
        moments = [.. drawn.Select(sample => sample.Moments)];
        intercepts = [.. drawn.Select((_, g) => new SaturatedIntercepts(fit.Table, g + 1))];
        (counts, shares) = (new int[drawn.Length], new double[drawn.Length]);
        var m = groups.Models[0].VariableCount;
        (beta, structural) = (new double[m * m], new double[m * m]);
    }

    public override double Discrepancy => discrepancy;

    public override DrawMarks Marks => marks;

    public override FitStatus Draw(RandomStream stream, EstimateSpans target)
    {
        // Every group is drawn, whatever is found in one: the stream's next sample begins where this one ends.
        FitStatus? flaw = null;
        marks = DrawMarks.None;
        for (var g = 0; g < drawn.Length; g++)
        {
            var found = drawn[g].Draw(stream);
            (flaw, counts[g], marks) = (flaw ?? found, drawn[g].Count, marks | drawn[g].Marks);
        }

        return flaw ?? Fit(target);
    }

    public override FitStatus LeaveOut(int omitted, EstimateSpans target)
    {
        FitStatus? flaw = null;
        marks = DrawMarks.None;
        for (var g = 0; g < drawn.Length; omitted -= fit.Sample[g].Count, g++)
        {
            var isHere = omitted >= 0 && omitted < fit.Sample[g].Count;
            var found = drawn[g].LeaveOut(isHere ? omitted : -1);
            (flaw, counts[g], marks) = (flaw ?? found, drawn[g].Count, marks | drawn[g].Marks);
        }

        return flaw ?? Fit(target);
    }

    public override void Skip(RandomStream stream)
    {
        foreach (var sample in drawn)
            sample.Skip(stream);
    }

    private FitStatus Fit(EstimateSpans target)
    {
        Discrepancies.Shares(counts, fit.Options, shares);
        var status = fitter.Fit(moments, shares);
        discrepancy = fitter.Discrepancy;
        if (!fitter.WentAstray && status is (FitStatus.TooManyIterations or FitStatus.NoDescent or FitStatus.NoStart))
            return FitOnTheGeneralPath(target);
        if (!status.HasConverged())
            return status;
        fitter.CopyValues(target.Values);
        for (var g = 0; g < drawn.Length; g++)
        {
            fitter.CopyStructure(g, beta, structural);
            intercepts[g].Write(beta, moments[g].Means, target.Values);
            intercepts[g].WriteThresholds(drawn[g].Thresholds, target.Values);
            effects.Evaluate(g + 1, beta, structural, target.Effects, target.Standardized);
        }

        arguments?.Write(moments, target);
        return status;
    }

    // It takes other steps, and has the last word where this search found no end.
    private FitStatus FitOnTheGeneralPath(EstimateSpans target)
    {
        var status = general.FitTimes(g => drawn[g].Times, target);
        discrepancy = general.Discrepancy;
        return status;
    }
}
