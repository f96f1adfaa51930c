using Pathwise.Numerics;
using Pathwise.Reporting.Exhibits;
using Pathwise.Reporting.Figures;
using Pathwise.Reporting.Tables;
using Pathwise.Teaching;

namespace Pathwise.Reporting.Plots;

/// <summary>The normal response behind an ordered variable with a slider: the curve moves, its thresholds stay, and the shares of the answers follow.</summary>
public static class ResponseFigure
{
    private const int Points = 61;

    // Digits that a pixel shows, and that do not depend on the last bits of a distribution function.
    private const int Digits = 5;

    /// <summary>Frames from one mean of the response to another in equal steps. The static picture shows the first, the one nearest to zero and the last.</summary>
    /// <exception cref="InputException">The means do not rise.</exception>
    public static FigureSequence Draw(this LatentResponse response, double from = -1.5, double to = 1.5, int steps = 30)
    {
        ArgumentNullException.ThrowIfNull(response);
        ArgumentOutOfRangeException.ThrowIfLessThan(steps, 1);
        if (!(from < to))
            throw new InputException($"The slider goes upwards; from {from} to {to} it does not.");
        double[] means = [.. Enumerable.Range(0, steps + 1).Select(i => Math.Round(from + ((to - from) * i / steps), Digits))];
        var near = Array.IndexOf(means, means.MinBy(Math.Abs));
        return new([.. means.Select(mean => Frame(response, means, mean, to - from >= 0.01 * steps ? 2 : Digits))], [.. new[] { 0, near, steps }.Distinct().Order()], near)
        {
            Slider = "Mean of the response",
            Title = $"The response behind {response.Variable.Name}",
            Note = "Dashed: the thresholds, which stay. The area between two of them is the share of an answer; rings are the shares in the sample.",
            AlternativeText = Words(response, means),
        };
    }

    private static SequenceFrame Frame(LatentResponse response, double[] means, double mean, int decimals) =>
        new(Rounding.Text(mean, decimals).Replace('-', '−'), [Curve(response, means, mean), Answers(response, means, mean)]);

    private static Figure Curve(LatentResponse response, double[] means, double mean)
    {
        var thresholds = response.Variable.Thresholds;
        var x = Axis.Between("Response, in standard deviations of the sample", Math.Floor(Math.Min(means[0] - 2.5, thresholds[0])), Math.Ceiling(Math.Max(means[^1] + 2.5, thresholds[^1])));
        double[] across = [.. Enumerable.Range(0, Points).Select(i => x.Min + ((x.Max - x.Min) * i / (Points - 1)))];
        return new()
        {
            Title = "Response",
            AlternativeText = "",
            X = x,
            Y = Axis.Between("Density", 0, 0.45),
            Marks =
            [
                .. thresholds.Select((threshold, t) => new ReferenceLine { At = Rounded(threshold), Tone = Tone.Muted, Name = t == 0 ? "Thresholds" : null }),
                new LineMark { X = [.. across.Select(Rounded)], Y = [.. across.Select(value => Rounded(NormalDistribution.Density(value - mean)))], Tone = Tone.Blue, Name = "Response" },
            ],
        };
    }

    private static Figure Answers(LatentResponse response, double[] means, double mean)
    {
        var (shares, observed) = (response.Shares(mean), response.Observed);
        double[] at = [.. observed.Select((_, c) => (double)c)];
        return new()
        {
            Title = "Answers",
            AlternativeText = "",
            X = Axis.OfNames($"Answer to {response.Variable.Name}", [.. response.Variable.Categories.Select(category => Math.Round(category, 3).ToString(System.Globalization.CultureInfo.InvariantCulture))]),
            Y = Axis.Over("Share", [.. observed, .. means.SelectMany(response.Shares).Select(share => (double?)share)], fromZero: true),
            Marks =
            [
                new BarMarks { At = at, From = new double[at.Length], To = [.. shares.Select(Rounded)], Tone = Tone.Blue, Opacity = 0.6, Name = "Expected" },
                new PointMarks { X = at, Y = [.. observed.Select(Rounded)], Tone = Tone.Ink, Shape = PointShape.Ring, Name = "In the sample" },
            ],
        };
    }

    private static double Rounded(double value) => Math.Round(value, Digits, MidpointRounding.AwayFromZero);

    private static string Words(LatentResponse response, double[] means)
    {
        string At(double mean) => $"at {NumberText.Number(mean, 2)} the answers {string.Join(", ", response.Variable.Categories.Zip(response.Shares(mean), (category, share) => $"{category.ToString(System.Globalization.CultureInfo.InvariantCulture)} with {NumberText.Number(share, 2)}"))} and a mean answer of {NumberText.Number(response.MeanAnswer(mean), 2)}";
        return $"A slider moves the mean of the normal response behind {response.Variable.Name} past its thresholds {string.Join(", ", response.Variable.Thresholds.Select(threshold => NumberText.Number(threshold, 2)))}. "
            + $"Expected shares: {At(means[0])}; {At(0)}; {At(means[^1])}.";
    }
}
