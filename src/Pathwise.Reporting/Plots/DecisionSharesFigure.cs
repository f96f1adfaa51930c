using Pathwise.Multiverse.Inference;
using Pathwise.Reporting.Exhibits;
using Pathwise.Reporting.Figures;
using Pathwise.Reporting.Tables;

namespace Pathwise.Reporting.Plots;

/// <summary>How much of the variance of an effect over universes goes back to each decision.</summary>
public static class DecisionSharesFigure
{
    /// <summary>A bar for each decision, the largest on top, with its interval over resamples where there is one.</summary>
    public static Figure DrawShares(this CurveInference curve)
    {
        ArgumentNullException.ThrowIfNull(curve);
        var shares = curve.Shares.Where(each => each.Share is not null).OrderByDescending(each => each.Share).ToList();
        double[] at = [.. Enumerable.Range(0, shares.Count).Select(i => (double)i)];
        var title = $"{curve.Claim.Name}: which decision moves the effect";
        const string note = "Shapley shares of the variance over universes; they add up to one. Intervals are over resamples.";
        return new()
        {
            Title = title,
            Note = note,
            AlternativeText = shares.Count == 0 ? "No shares." : $"Bars: {string.Join(", ", shares.Select(each => $"{each.Decision} {NumberText.Number(each.Share, 2)}"))}.",
            Height = SvgFigure.HeightFor(title, note, 640, (27 * shares.Count) + 60),
            X = Axis.Between("Share of the variance", 0, 1),
            Y = Axis.OfNames("", [.. shares.Select(each => each.Decision)], firstOnTop: true),
            Marks =
            [
                new BarMarks { IsHorizontal = true, At = at, From = [.. shares.Select(_ => 0.0)], To = [.. shares.Select(each => Math.Clamp(each.Share!.Value, 0, 1))], Opacity = 0.6 },
                new IntervalMarks { IsHorizontal = true, At = at, Lower = [.. shares.Select(each => each.Interval?.Lower)], Upper = [.. shares.Select(each => each.Interval?.Upper)], Tone = Tone.Ink },
            ],
        };
    }
}
