using MathNet.Numerics.LinearAlgebra;
using Pathwise.Numerics;
using Pathwise.Sem.Categorical;
using Pathwise.Sem.Compiled;
using Pathwise.Sem.Effects;
using Pathwise.Sem.Estimation;
using Pathwise.Sem.Implied;
using Pathwise.Sem.Inference;
using Pathwise.Sem.Moments;

namespace Pathwise.Sem.Resampling;

/// <summary>Fits replicates of any model, as the sample itself was fitted, from the sample's estimates.</summary>
internal sealed class FullRefit : ReplicateWorker
{
    private readonly FitResult fit;
    private readonly EffectEvaluator effects;
    private readonly DefinitionArguments arguments;
    private readonly SampleSource[] sources;
    private readonly HeldThresholds heldThresholds;
    private DrawMarks marks;
    private double discrepancy;

    public FullRefit(FitResult fit, EffectCatalogue catalogue, SampleSource[] sources)
    {
        this.fit = fit;
        this.sources = sources;
        effects = new EffectEvaluator(fit.Table, catalogue);
        arguments = catalogue.Arguments;
        heldThresholds = HeldThresholds.Of(fit.Table);
    }

    public override double Discrepancy => discrepancy;

    public override DrawMarks Marks => marks;

    public override FitStatus Draw(RandomStream stream, EstimateSpans target)
    {
        // Every group is drawn, whatever is found in one: the stream's next sample begins where this one ends.
        FitStatus? flaw = null;
        var drawn = new double[fit.Sample.Count][];
        for (var g = 0; g < drawn.Length; g++)
        {
            var columns = fit.Sample[g].Drawn.Names.Count;
            drawn[g] = new double[(sources[g].Most ?? fit.Sample[g].Count) * columns];
            var found = sources[g].DrawCases(stream, drawn[g]);
            if (sources[g].Drawn is { } count)
                drawn[g] = drawn[g][..(count * columns)];
            flaw ??= found ?? Lost(g, drawn[g]);
        }

        return flaw ?? Fit(() => [.. drawn.Select((cases, g) => Sample(fit.Sample[g].Drawn, cases))], target);
    }

    public override FitStatus LeaveOut(int omitted, EstimateSpans target)
    {
        var group = 0;
        for (; omitted >= fit.Sample[group].Count; group++)
            omitted -= fit.Sample[group].Count;
        var (sample, others) = (fit.Sample[group].Drawn, fit.Sample[group].Drawn.Cases!.RemoveRow(omitted));
        return SampleFlaw.Of(others.ToRowMajorArray(), others.ColumnCount) ?? Lost(group, others.ToRowMajorArray()) ?? Fit(
            () => [.. fit.Sample.Select((each, g) => g == group ? SampleMoments.OfCases(sample.Names, others, sample.Divisor, sample.Group) : each.Drawn)], target);
    }

    public override void Skip(RandomStream stream)
    {
        for (var g = 0; g < fit.Sample.Count; g++)
            sources[g].DrawCases(stream, new double[(sources[g].Most ?? fit.Sample[g].Count) * fit.Sample[g].Drawn.Names.Count]);
    }

    private FitStatus? Lost(int group, double[] cases) =>
        fit.Sample[group].Responses is { } whole && heldThresholds.AreLost(cases, fit.Sample[group].Names.Count, whole) ? FitStatus.LostCategory : null;

    private static SampleMoments Sample(SampleMoments sample, double[] cases) =>
        SampleMoments.OfCases(sample.Names, Matrix<double>.Build.DenseOfRowMajor(cases.Length / sample.Names.Count, sample.Names.Count, cases), sample.Divisor, sample.Group);

    /// <summary>Fits the moments of samples whose cases are not at hand, by the same discrepancy.</summary>
    public FitStatus FitMoments(Func<SampleMoments[]> samples, EstimateSpans target)
    {
        var options = fit.Options with { Estimator = fit.Method.OfMoments, Missing = MissingData.Listwise, Auxiliary = [], StartingValues = fit.Values };
        return Fit(() => fit.Table.Fit(samples(), options), target);
    }

    /// <summary>Fits the sample of which each case was drawn so many times.</summary>
    public FitStatus FitTimes(TimesOfGroup times, EstimateSpans target) => Fit(() => [.. fit.Sample.Select((sample, g) => Repeated(sample.Drawn, times(g)))], target);

    /// <summary>How often each case of a group, counted from 0, was drawn.</summary>
    public delegate ReadOnlySpan<int> TimesOfGroup(int group);

    private static SampleMoments Repeated(SampleMoments sample, ReadOnlySpan<int> times)
    {
        var rows = new List<Vector<double>>();
        for (var i = 0; i < times.Length; i++)
            rows.AddRange(Enumerable.Repeat(sample.Cases!.Row(i), times[i]));
        return SampleMoments.OfCases(sample.Names, Matrix<double>.Build.DenseOfRowVectors(rows), sample.Divisor, sample.Group);
    }

    private FitStatus Fit(Func<SampleMoments[]> samples, EstimateSpans target) => Fit(() => ModelFitting.FitReplicate(fit, samples()), target);

    /// <summary>Makes a fit; one of many that cannot be made is counted and ends no run.</summary>
    private FitStatus Fit(Func<FitResult> replicate, EstimateSpans target)
    {
        marks = DrawMarks.None;
        try
        {
            return Take(replicate(), target);
        }
        catch (Exception problem) when (NumericalTrouble.IsShownBy(problem))
        {
            return FitStatus.Breakdown;
        }
    }

    private FitStatus Take(FitResult replicate, EstimateSpans target)
    {
        (discrepancy, marks) = (replicate.Discrepancy, MarksOf(replicate));
        var status = Status(replicate);
        if (!status.HasConverged())
            return status;
        for (var j = 0; j < replicate.Values.Count; j++)
            target.Values[j] = replicate.Values[j];
        ImpliedMoments[] moments = [.. Enumerable.Range(1, fit.Sample.Count).Select(replicate.Implied)];
        for (var g = 0; g < moments.Length; g++)
            effects.Evaluate(g + 1, moments[g].Beta, moments[g].LatentCovariance, target.Effects, target.Standardized);
        arguments.Write(new Standardization(replicate.Structure, moments), target.Values, target.Arguments);

        return status;
    }

    // Of the correlations of responses as they were fitted; their search ends at 0.999 in size where the likelihood still rises.
    private DrawMarks MarksOf(FitResult replicate)
    {
        var result = DrawMarks.None;
        for (var g = 0; g < fit.Sample.Count && fit.Structure.Responses is not null; g++)
        {
            var (sample, p) = (replicate.Sample[g], fit.Sample[g].Names.Count);
            var categories = fit.Sample[g].Responses!.Categories;
            if (Enumerable.Range(0, p).Any(j => categories[j] is { } all && sample.Cases!.Column(j).Where(value => !double.IsNaN(value)).Distinct().Count() < all.Count))
                result |= DrawMarks.LostCategory;
            if (!Cholesky.TryFactor(sample.Covariance.ToRowMajorArray(), p))
                result |= DrawMarks.NotPositiveDefinite;
            if (Enumerable.Range(0, p * p).Any(i => i / p != i % p && IsAtBound(sample.Covariance, i / p, i % p)))
                result |= DrawMarks.AtBound;
        }

        return result;
    }

    private static bool IsAtBound(Matrix<double> covariance, int i, int j) =>
        Math.Abs(covariance[i, j]) >= CorrelationSearch.Limit * Math.Sqrt(covariance[i, i] * covariance[j, j]);

    /// <summary>How a fit ended, from its termination and its warnings.</summary>
    internal static FitStatus Status(FitResult replicate)
    {
        bool Has(string code) => replicate.Warnings.Any(warning => warning.Code == code);
        return replicate.Termination.Reason switch
        {
            _ when replicate.Sample.Any(sample => sample.FirstStage is { Search.HasConverged: false }) => FitStatus.FirstStageUnfinished,
            StopReason.TooManyIterations => FitStatus.TooManyIterations,
            StopReason.NoStart => Has("sample-not-positive-definite") ? FitStatus.SingularSample : FitStatus.NoStart,
            StopReason.NoDescent => FitStatus.NoDescent,
            StopReason.ConstraintsNotMet => FitStatus.ConstraintsNotMet,
            _ when Has("negative-variance") => FitStatus.NegativeVariance,
            _ when Has("latent-not-positive-definite") => FitStatus.LatentCovarianceIndefinite,
            _ when Has("residual-not-positive-definite") => FitStatus.ResidualCovarianceIndefinite,
            _ => FitStatus.Proper,
        };
    }
}
