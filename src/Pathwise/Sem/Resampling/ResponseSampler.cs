using Pathwise.Numerics;
using Pathwise.Sem.Compiled;
using Pathwise.Sem.Implied;

namespace Pathwise.Sem.Resampling;

/// <summary>
/// Draws the responses that a model of ordered variables implies from their normal distribution, and cuts those of ordered variables at its thresholds. One worker's.
/// </summary>
internal sealed class ResponseSampler : SampleSource
{
    private readonly int count;
    private readonly NormalSampler responses;
    private readonly double[]?[] thresholds;
    private readonly IReadOnlyList<IReadOnlyList<double>?> categories;
    private readonly double[] means;

    /// <summary>n cases of a model of ordered variables with these moments; the values of an ordered variable are the categories given, ascending.</summary>
    /// <exception cref="InputException">Thresholds do not rise, or the responses have no positive definite covariance matrix.</exception>
    public ResponseSampler(int count, ImpliedMoments moments, IReadOnlyList<string> names, IReadOnlyList<IReadOnlyList<double>?> categories)
    {
        (this.count, this.categories, means) = (count, categories, new double[moments.Size]);
        thresholds = [.. names.Select((_, j) => Cut(moments, j))];
        for (var j = 0; j < names.Count; j++)
        {
            if (thresholds[j] is { } cuts && Enumerable.Range(1, Math.Max(cuts.Length - 1, 0)).Any(t => !(cuts[t] > cuts[t - 1])))
                throw new InputException($"The thresholds of {names[j]} do not rise ({string.Join(", ", cuts.Select(cut => Math.Round(cut, 3).ToString(System.Globalization.CultureInfo.InvariantCulture)))}); no answers can be drawn from them.");
        }

        responses = new(count, [.. names.Select((_, j) => thresholds[j] is null ? moments.Mu[j] : 0)], moments.ScaledSigma());
    }

    /// <inheritdoc/>
    public override FitStatus? Draw(RandomStream stream, Span<double> covariance, double divisor)
    {
        var cases = new double[count * means.Length];
        var flaw = DrawCases(stream, cases);
        var drawn = new CaseResampler(cases, means.Length);
        drawn.All(covariance, divisor);
        drawn.CopyMeans(means);
        return flaw;
    }

    /// <inheritdoc/>
    public override void CopyMeans(Span<double> means) => this.means.CopyTo(means);

    /// <inheritdoc/>
    public override FitStatus? DrawCases(RandomStream stream, Span<double> cases)
    {
        responses.DrawCases(stream, cases);
        for (var i = 0; i < count; i++)
        {
            for (var j = 0; j < means.Length; j++)
            {
                if (thresholds[j] is { } cuts)
                    cases[(i * means.Length) + j] = categories[j]![Below(cuts, cases[(i * means.Length) + j])];
            }
        }

        return SampleFlaw.Of(cases[..(count * means.Length)], means.Length);
    }

    private static int Below(double[] cuts, double response) => cuts.Count(cut => response > cut);

    // On the scale of the standardized response; null of a continuous variable.
    private static double[]? Cut(ImpliedMoments moments, int variable)
    {
        var layout = moments.Responses!;
        return layout.IsOrdered[variable]
            ? [.. Enumerable.Range(layout.First[variable], layout.Count(variable)).Select(place => moments.Scales[variable] * (moments.Thresholds[place] - moments.Mu[variable]))]
            : null;
    }
}
