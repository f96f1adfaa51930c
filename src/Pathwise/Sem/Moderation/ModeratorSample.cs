using Pathwise.Numerics;
using Pathwise.Sem.Estimation;
using Pathwise.Sem.Implied;
using Pathwise.Sem.Specification;
using Pathwise.Surveys;

namespace Pathwise.Sem.Moderation;

/// <summary>
/// The moderators of a fit in its sample, in its resamples and at drawn parameters. Observed ones are read from the cases of all groups together; of latent ones
/// the mean is zero and the variance is the model's, averaged over groups by their cases. One worker's.
/// </summary>
internal sealed class ModeratorSample
{
    private readonly FitResult fit;
    private readonly int[] latent;
    private readonly ImpliedMoments[] moments;
    private readonly IReadOnlyList<ModeratorPoint>[] points;
    private readonly int[] counts;

    /// <summary>Of moderators by their names, with the values asked for as they are written; where nothing is said they follow from the data.</summary>
    /// <exception cref="InputException">A text says no values, or the moderator has none.</exception>
    public ModeratorSample(FitResult fit, IReadOnlyList<string> names, IReadOnlyList<string> at)
    {
        (this.fit, Blocks) = (fit, ModeratorBlocks.Of(fit.Table, names));
        var (moderators, asked) = (Blocks.Columns, ModeratorPoints.Of(Blocks, at));
        counts = new int[fit.CaseCount];
        moments = [.. fit.Structure.Groups.Select((_, g) => new ImpliedMoments(fit.Structure, g))];
        latent = [.. moderators.Select(name => (fit.EarlierStep?.Factors ?? fit.Table.LatentVariables).Contains(name) ? fit.Structure.Latents.ToList().IndexOf(name) : -1)];
        Distributions = [.. moderators.Select((name, j) => latent[j] >= 0 ? null : new ModeratorDistribution(Cases(fit, name)))];
        points = [.. Blocks.All.SelectMany((block, b) => block.Coding is { } coding
            ? Codes(coding, asked[b] ?? [.. coding.Categories.Select(ModeratorPoints.Category)])
            : [asked[b] ?? Default(Distributions[block.Columns[0]])])];
        for (var j = 0; j < points.Length; j++)
            Require(moderators[j], j);
    }

    /// <summary>The moderators as they were asked for.</summary>
    public ModeratorBlocks Blocks { get; }

    /// <summary>Of each moderator its values over the cases; null of latent ones.</summary>
    public IReadOnlyList<ModeratorDistribution?> Distributions { get; }

    /// <summary>Whether the model's parameters say where a moderator lies.</summary>
    public bool HasLatent => Distributions.Contains(null);

    /// <summary>The values asked for of each moderator.</summary>
    public IReadOnlyList<IReadOnlyList<ModeratorPoint>> Points => points;

    /// <summary>Where the values of a moderator begin among those of all.</summary>
    public int First(int moderator) => points.Take(moderator).Sum(each => each.Count);

    /// <summary>In the sample itself.</summary>
    public ModeratorSetting Whole(ReadOnlySpan<double> free)
    {
        Array.Fill(counts, 1);
        return Setting(free);
    }

    /// <summary>In a replicate of a nonparametric bootstrap, whose cases follow from seed and number as they did when it was drawn.</summary>
    public ModeratorSetting Drawn(long seed, int replicate, ReadOnlySpan<double> free)
    {
        Array.Clear(counts);
        var (stream, first) = (RandomStream.For(seed, replicate), 0);
        foreach (var sample in fit.Sample)
        {
            for (var i = 0; i < sample.Count; i++)
                counts[first + stream.NextInteger(sample.Count)]++;
            first += sample.Count;
        }

        return Setting(free);
    }

    /// <summary>Without a case, counted from 0 over all groups.</summary>
    public ModeratorSetting LeftOut(int omitted, ReadOnlySpan<double> free)
    {
        Array.Fill(counts, 1);
        counts[omitted] = 0;
        return Setting(free);
    }

    // Of each coded column what it holds in each category.
    private static IEnumerable<IReadOnlyList<ModeratorPoint>> Codes(CategoryCoding coding, IReadOnlyList<ModeratorPoint> categories) =>
        coding.Columns.Select((_, k) => (IReadOnlyList<ModeratorPoint>)[.. categories.Select(each => each with { Number = coding.Codes(each.Category!)[k] })]);

    private ModeratorSetting Setting(ReadOnlySpan<double> free)
    {
        var isCentred = fit.Table.Options.Center != ProductCentre.None;
        double[] centres = new double[latent.Length], deviations = new double[latent.Length];
        var values = new List<double>();
        for (var j = 0; j < latent.Length; j++)
        {
            var found = Distributions[j];
            found?.Take(counts);
            (centres[j], deviations[j]) = (isCentred && found is not null ? found.Mean : 0, found?.Deviation ?? LatentDeviation(latent[j], free));
            foreach (var point in points[j])
                values.Add(found is not null ? point.In(found) : point.Kind == ModeratorPointKind.Value ? point.Number : point.Number * deviations[j]);
        }

        return new([.. values], centres, deviations);
    }

    private double LatentDeviation(int variable, ReadOnlySpan<double> free)
    {
        var variance = 0.0;
        for (var g = 0; g < moments.Length; g++)
        {
            moments[g].Update(free);
            variance += fit.Sample[g].Count * moments[g].LatentCovariance[(variable * moments[g].LatentSize) + variable] / fit.CaseCount;
        }

        return Math.Sqrt(variance);
    }

    private void Require(string name, int moderator)
    {
        if (Distributions[moderator] is null && points[moderator].Any(point => point.Kind == ModeratorPointKind.Percentile))
            throw new InputException($"--at: {name} is latent, and no case has a value of it, so that it has no percentiles; expected mean,sd or numbers.");
    }

    private static ModeratorPoint[] Default(ModeratorDistribution? values) => values?.Distinct is [var low, var high]
        ? [new(ModeratorPointKind.Value, low), new(ModeratorPointKind.Value, high)]
        : ModeratorPoint.MeanAndDeviations;

    private static IReadOnlyList<double> Cases(FitResult fit, string name) => (fit.EarlierStep?.Samples ?? fit.Sample) is var samples && samples.Any(sample => sample.Cases is null)
        ? throw new InputException($"The values of the moderator {name} are read from cases, and moments alone are given; expected cases.")
        : [.. samples.SelectMany(sample => sample.Cases!.Column(sample.IndexOf(name)))];
}
