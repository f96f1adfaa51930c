using Pathwise.Reporting.Exhibits;
using Pathwise.Reporting.Figures;
using Pathwise.Reporting.Tables;

namespace Pathwise.Reporting.Plots;

/// <summary>How fast the fit worsens as one parameter moves away from its estimate.</summary>
public static class LikelihoodProfilePlot
{
    /// <summary>
    /// The likelihood-ratio chi-square at each value of the parameter; the interval ends where it crosses the cutoff (3.84
    /// for one parameter at 95 %).
    /// </summary>
    public static Figure Of(string parameter, IReadOnlyList<double> values, IReadOnlyList<double> chiSquare, double estimate, double cutoff, IntervalRow interval)
    {
        ArgumentNullException.ThrowIfNull(values);
        ArgumentNullException.ThrowIfNull(interval);
        return new()
        {
            Title = $"Likelihood profile of {parameter}",
            Note = "The interval holds every value that a likelihood-ratio test does not reject.",
            AlternativeText = $"Curve of the likelihood-ratio chi-square over {parameter}, zero at the estimate {NumberText.Number(estimate, 3)}; "
                + $"it crosses {NumberText.Number(cutoff, 2)} at {NumberText.Interval(interval.Lower, interval.Upper, 3)} ({interval.Name}).",
            X = Axis.Over(parameter, [.. values]),
            Y = Axis.Over("Likelihood-ratio χ²", [.. chiSquare, cutoff], fromZero: true),
            Marks =
            [
                new ReferenceLine { IsHorizontal = true, At = cutoff, Tone = Tone.Muted, Name = $"Cutoff {NumberText.Number(cutoff, 2)}" },
                new LineMark { X = values, Y = chiSquare, Name = "Profile" },
                new IntervalMarks { IsHorizontal = true, At = [cutoff], Lower = [interval.Lower], Upper = [interval.Upper], Tone = Tone.Vermilion, Name = $"{interval.Name} {NumberText.Interval(interval.Lower, interval.Upper, 3).Replace('-', '−')}" },
                new PointMarks { X = [estimate], Y = [0], Tone = Tone.Ink, Name = "Estimate" },
            ],
        };
    }
}
