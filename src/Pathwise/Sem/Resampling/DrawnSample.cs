using MathNet.Numerics.LinearAlgebra;
using Pathwise.Numerics;
using Pathwise.Sem.Compiled;
using Pathwise.Sem.Estimation;
using Pathwise.Sem.Moments;

namespace Pathwise.Sem.Resampling;

/// <summary>The moments of a replicate's groups, and how far its draws have come. One worker's; nothing is allocated by a draw.</summary>
internal sealed class DrawnSample
{
    private readonly FitResult fit;
    private readonly SampleSource[] sources;
    private readonly int[] counts;
    private readonly CentredProducts? products;
    private readonly double[] centres;

    public DrawnSample(FitResult fit, IEnumerable<CovarianceModel> models, SampleSource[] sources)
    {
        (this.fit, counts) = (fit, new int[sources.Length]);
        this.sources = [.. sources.Select((source, g) => FirstStageSource.Around(source, fit.Sample[g]))];
        products = CentredProducts.Of(fit.Table);
        centres = products?.Centres(fit.Sample) ?? [];
        Groups = [.. models.Select(model => new ReplicateSample(fit.Table.ObservedVariables.Count, model.HasConstant))];
    }

    /// <summary>The moments of each group.</summary>
    public ReplicateSample[] Groups { get; }

    /// <summary>The number of cases of each group.</summary>
    public ReadOnlySpan<int> Counts => counts;

    /// <summary>The stream that it is drawn from.</summary>
    public RandomStream Stream { get; } = RandomStream.For(0, 0);

    /// <summary>The row of a table that it belongs to; -1 when it is nobody's.</summary>
    public int Row { get; set; } = -1;

    /// <summary>How often it was drawn.</summary>
    public int Draws { get; set; }

    /// <summary>Draws a sample; returns what keeps it from being fitted, or null.</summary>
    public FitStatus? Draw(RandomStream from)
    {
        // Every group is drawn, whatever is found in one: the stream's next sample begins where this one ends.
        FitStatus? flaw = null;
        for (var g = 0; g < sources.Length; g++)
        {
            counts[g] = fit.Sample[g].Count;
            var found = sources[g].Draw(from, Groups[g].Covariance, Divisor(g));
            counts[g] = sources[g].Drawn ?? counts[g];
            flaw ??= found;
        }

        if (flaw is null)
            Complete();
        return flaw;
    }

    /// <summary>All cases but one, counted over all groups; returns what keeps them from being fitted, or null.</summary>
    public FitStatus? LeaveOut(int omitted)
    {
        FitStatus? flaw = null;
        for (var g = 0; g < sources.Length; omitted -= fit.Sample[g].Count, g++)
        {
            var (source, isHere) = (sources[g], omitted >= 0 && omitted < fit.Sample[g].Count);
            counts[g] = fit.Sample[g].Count - (isHere ? 1 : 0);
            if (isHere)
                flaw = source.LeaveOut(omitted, Groups[g].Covariance, Divisor(g));
            else
                source.All(Groups[g].Covariance, Divisor(g));
        }

        if (flaw is null)
            Complete();
        return flaw;
    }

    /// <summary>All cases of a single group but some; returns what keeps them from being fitted, or null.</summary>
    public FitStatus? Omit(ReadOnlySpan<int> omitted)
    {
        counts[0] = fit.Sample[0].Count - omitted.Length;
        var flaw = sources[0].Omit(omitted, Groups[0].Covariance, Divisor(0));
        if (flaw is null)
            Complete();
        return flaw;
    }

    /// <summary>Moves a stream past a sample that was drawn before.</summary>
    public void Skip(RandomStream stream)
    {
        for (var g = 0; g < sources.Length; g++)
            sources[g].Draw(stream, Groups[g].Covariance, 1);
    }

    /// <summary>The moments as samples whose cases are not at hand.</summary>
    public SampleMoments[] Moments() => [.. fit.Sample.Select((sample, g) =>
    {
        var p = sample.Names.Count;
        var means = fit.Table.HasMeanStructure ? Vector<double>.Build.Dense([.. Groups[g].Means]) : null;
        return SampleMoments.OfCovariance(sample.Names, Matrix<double>.Build.DenseOfRowMajor(p, p, Groups[g].Covariance), counts[g], means, sample.Divisor, sample.Group);
    })];

    private double Divisor(int g) => fit.Sample[g].Divisor == Sem.Moments.Divisor.Count ? counts[g] : counts[g] - 1;

    private void Complete()
    {
        if (!fit.Table.HasMeanStructure && products is null)
            return;
        for (var g = 0; g < sources.Length; g++)
            sources[g].CopyMeans(Groups[g].Means);
        products?.Recentre(centres, [.. Groups.Select(group => (group.Covariance, group.Means))], counts);
        foreach (var group in Groups)
            group.Complete();
    }
}
