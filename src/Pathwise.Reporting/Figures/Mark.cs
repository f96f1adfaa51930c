using Pathwise.Reporting.Exhibits;

namespace Pathwise.Reporting.Figures;

/// <summary>Something drawn in a figure, in the units of its axes.</summary>
public abstract class Mark
{
    private protected Mark()
    {
    }

    /// <summary>Its colour.</summary>
    public Tone Tone { get; init; } = Tone.Blue;

    /// <summary>Its entry in the legend; null when it has none.</summary>
    public string? Name { get; init; }

    /// <summary>1 for what hides what lies under it; less for what is paler.</summary>
    public double Opacity { get; init; } = 1;
}

/// <summary>Points.</summary>
public sealed class PointMarks : Mark
{
    /// <summary>Horizontal positions.</summary>
    public required IReadOnlyList<double> X { get; init; }

    /// <summary>Vertical positions, as many.</summary>
    public required IReadOnlyList<double> Y { get; init; }

    /// <summary>Their shape.</summary>
    public PointShape Shape { get; init; }
}

/// <summary>A line through points.</summary>
public sealed class LineMark : Mark
{
    /// <summary>Horizontal positions.</summary>
    public required IReadOnlyList<double> X { get; init; }

    /// <summary>Vertical positions, as many.</summary>
    public required IReadOnlyList<double> Y { get; init; }

    /// <summary>How it is drawn.</summary>
    public Stroke Stroke { get; init; }
}

/// <summary>The area between two lines.</summary>
public sealed class BandMark : Mark
{
    /// <summary>Horizontal positions.</summary>
    public required IReadOnlyList<double> X { get; init; }

    /// <summary>Where the area begins at each, as many.</summary>
    public required IReadOnlyList<double> Lower { get; init; }

    /// <summary>Where it ends.</summary>
    public required IReadOnlyList<double> Upper { get; init; }
}

/// <summary>Bars from one value to another.</summary>
public sealed class BarMarks : Mark
{
    /// <summary>True for bars that lie, false for bars that stand.</summary>
    public bool IsHorizontal { get; init; }

    /// <summary>The middle of each bar, across it.</summary>
    public required IReadOnlyList<double> At { get; init; }

    /// <summary>Where each bar begins.</summary>
    public required IReadOnlyList<double> From { get; init; }

    /// <summary>Where each bar ends.</summary>
    public required IReadOnlyList<double> To { get; init; }

    /// <summary>How thick they are, in units of the axis across them.</summary>
    public double Thickness { get; init; } = 0.7;
}

/// <summary>Intervals, one for each position; those without bounds are left out.</summary>
public sealed class IntervalMarks : Mark
{
    /// <summary>True when the intervals lie, false when they stand.</summary>
    public bool IsHorizontal { get; init; }

    /// <summary>The position of each interval, across it.</summary>
    public required IReadOnlyList<double> At { get; init; }

    /// <summary>Lower bounds.</summary>
    public required IReadOnlyList<double?> Lower { get; init; }

    /// <summary>Upper bounds.</summary>
    public required IReadOnlyList<double?> Upper { get; init; }
}

/// <summary>Cells of a matrix of values between -1 and 1, coloured by sign and size; row i at y = i, column j at x = j.</summary>
public sealed class HeatMarks : Mark
{
    /// <summary>The values; null for cells left blank.</summary>
    public required IReadOnlyList<IReadOnlyList<double?>> Rows { get; init; }

    /// <summary>The size of a value that has the full colour.</summary>
    public double Largest { get; init; } = 1;

    /// <summary>Decimals of the numbers in the cells; null for cells without numbers.</summary>
    public int? Decimals { get; init; }
}

/// <summary>A line across the whole figure at one value.</summary>
public sealed class ReferenceLine : Mark
{
    /// <summary>True for a line from left to right.</summary>
    public bool IsHorizontal { get; init; }

    /// <summary>The value.</summary>
    public required double At { get; init; }

    /// <summary>How it is drawn.</summary>
    public Stroke Stroke { get; init; } = Stroke.Dashed;
}

/// <summary>Words at a place.</summary>
public sealed class TextMark : Mark
{
    /// <summary>Horizontal position.</summary>
    public required double X { get; init; }

    /// <summary>Vertical position of the middle of the letters.</summary>
    public required double Y { get; init; }

    /// <summary>The words.</summary>
    public required string Text { get; init; }

    /// <summary>Which part of the words stands at the position.</summary>
    public Anchor Anchor { get; init; }

    /// <summary>True when they are more important than the rest.</summary>
    public bool IsBold { get; init; }

    /// <summary>Letters' height in pixels.</summary>
    public double Size { get; init; } = 12;

    /// <summary>Pixels to the right (or left, when negative) of the position.</summary>
    public double Offset { get; init; }
}

/// <summary>A node of a diagram, its size in pixels.</summary>
public sealed class NodeMark : Mark
{
    /// <summary>Middle.</summary>
    public required double X { get; init; }

    /// <summary>Middle.</summary>
    public required double Y { get; init; }

    /// <summary>Extent.</summary>
    public required double Width { get; init; }

    /// <summary>Extent.</summary>
    public required double Height { get; init; }

    /// <summary>The lines of its label.</summary>
    public required IReadOnlyList<string> Lines { get; init; }

    /// <summary>True for an ellipse (latent), false for a box (observed).</summary>
    public bool IsEllipse { get; init; }

    /// <summary>Letters' height in pixels.</summary>
    public double Size { get; init; } = 12;
}

/// <summary>An arrow of a diagram along a cubic curve.</summary>
public sealed class EdgeMark : Mark
{
    /// <summary>Start, two control points, end; more curves continue with three points each.</summary>
    public required IReadOnlyList<(double X, double Y)> Curve { get; init; }

    /// <summary>Width of the line in pixels.</summary>
    public double Width { get; init; } = 1;

    /// <summary>How it is drawn.</summary>
    public Stroke Stroke { get; init; }

    /// <summary>True for a head at the start as well.</summary>
    public bool IsDoubleHeaded { get; init; }
}
