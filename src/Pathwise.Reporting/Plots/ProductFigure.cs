using Pathwise.Reporting.Exhibits;
using Pathwise.Reporting.Figures;
using Pathwise.Reporting.Tables;
using Pathwise.Teaching;

namespace Pathwise.Reporting.Plots;

/// <summary>Draws of a product beside the normal curve that Sobel's standard error takes for granted.</summary>
public static class ProductFigure
{
    /// <summary>A histogram of the draws, the normal curve, and the interval of each.</summary>
    public static Figure Draw(this ProductDistribution product, string title = "The product of two normal estimates")
    {
        ArgumentNullException.ThrowIfNull(product);
        var (drawn, reach) = (product.Interval(), 1.959964 * product.SobelError);
        var x = Axis.Over("Product", [product.Draws[0], product.Draws[^1], product.Estimate - (2 * reach), product.Estimate + (2 * reach)]);
        var bins = Histogram.Of([.. product.Draws]);
        var curve = product.SobelError > 0 ? NormalCurve.Of(product.Estimate, product.SobelError, product.Draws.Count * bins.Width, x) : null;
        var top = bins.Counts.Concat(curve?.Y ?? []).Max();
        return new()
        {
            Title = title,
            Note = $"{product.Draws.Count} draws, seed {product.Seed}. The solid line is the product of the estimates.",
            AlternativeText = $"Histogram of {product.Draws.Count} products of two normal variables around {NumberText.Number(product.Estimate, 3)}, skewness {NumberText.Number(product.Skewness, 2)}; "
                + $"95 % of them in {NumberText.Interval(drawn.Lower, drawn.Upper, 3)}. The normal curve over it puts 95 % in {NumberText.Interval(product.Estimate - reach, product.Estimate + reach, 3)}.",
            X = x,
            Y = Axis.Over("Draws", [0, 1.3 * top]),
            Marks =
            [
                bins.ToBars(),
                .. curve is null ? [] : new Mark[] { curve },
                new ReferenceLine { At = 0, Tone = Tone.Muted },
                new ReferenceLine { At = product.Estimate, Tone = Tone.Ink, Stroke = Stroke.Solid },
                Bounds("Draws", 1.08 * top, drawn.Lower, drawn.Upper, Tone.Vermilion),
                Bounds("Normal", 1.2 * top, product.Estimate - reach, product.Estimate + reach, Tone.Amber),
            ],
        };
    }

    private static IntervalMarks Bounds(string name, double at, double lower, double upper, Tone tone) => new()
    {
        IsHorizontal = true, At = [at], Lower = [lower], Upper = [upper], Tone = tone,
        Name = $"{name}, 95 % {NumberText.Interval(lower, upper, 2).Replace('-', '−')}",
    };
}
