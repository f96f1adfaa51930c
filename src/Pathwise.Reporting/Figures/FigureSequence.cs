namespace Pathwise.Reporting.Figures;

/// <summary>
/// Panels that change together as a slider moves through frames computed beforehand. Paper cannot move: the static picture shows
/// some of the frames one below the other.
/// </summary>
[TypeFormatterSource(PreferredMimeTypes = ["text/html", "text/plain"])]
public sealed class FigureSequence : Drawing
{
    /// <summary>A sequence of frames that differ in the places of their marks alone.</summary>
    /// <param name="frames">At least one; all with the same panels, axes and number of marks.</param>
    /// <param name="stills">The frames that the static picture shows, counted from 0.</param>
    /// <param name="start">The frame at which the slider stands at first.</param>
    /// <exception cref="ArgumentException">The frames differ in more than that, or a still or the start is none of them.</exception>
    public FigureSequence(IReadOnlyList<SequenceFrame> frames, IReadOnlyList<int> stills, int start)
    {
        ArgumentNullException.ThrowIfNull(frames);
        ArgumentNullException.ThrowIfNull(stills);
        if (frames.Count == 0 || frames.Any(frame => !Form(frame).SequenceEqual(Form(frames[0]))))
            throw new ArgumentException("The frames of a sequence have the same panels with the same axes and the same marks.", nameof(frames));
        if (frames.DistinctBy(frame => frame.Label).Count() < frames.Count)
            throw new ArgumentException("Two frames have the same label; the slider could not tell them apart.", nameof(frames));
        if (stills.Count == 0 || stills.Append(start).Any(index => index < 0 || index >= frames.Count))
            throw new ArgumentException($"Stills and start are among the {frames.Count} frames, counted from 0.", nameof(stills));
        (Frames, Stills, Start) = ([.. frames], [.. stills], start);
    }

    /// <summary>What the slider moves, such as the name of a parameter.</summary>
    public required string Slider { get; init; }

    /// <summary>The frames in the order of the slider.</summary>
    public IReadOnlyList<SequenceFrame> Frames { get; }

    /// <summary>The frames that the static picture shows.</summary>
    public IReadOnlyList<int> Stills { get; }

    /// <summary>The frame at which the slider stands at first.</summary>
    public int Start { get; }

    /// <inheritdoc/>
    public override string ToSvg() => Figures.SvgSequence.Of(this);

    /// <inheritdoc/>
    public override string ToPlotlyJson() => Figures.PlotlySequence.Of(this).ToJson();

    private static IEnumerable<(string Title, double XMin, double XMax, double YMin, double YMax, int Marks)> Form(SequenceFrame frame) =>
        frame.Panels.Select(panel => (panel.Title, panel.X.Min, panel.X.Max, panel.Y.Min, panel.Y.Max, panel.Marks.Count));
}
