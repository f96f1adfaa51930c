namespace Pathwise.Reporting.Figures;

/// <summary>One state of a sequence: where the slider stands, and the panels as they look there.</summary>
/// <param name="label">What the slider says there.</param>
/// <param name="panels">The panels from top to bottom.</param>
public sealed class SequenceFrame(string label, IReadOnlyList<Figure> panels)
{
    /// <summary>What the slider says there.</summary>
    public string Label { get; } = label;

    /// <summary>The panels from top to bottom.</summary>
    public IReadOnlyList<Figure> Panels { get; } = panels;
}
