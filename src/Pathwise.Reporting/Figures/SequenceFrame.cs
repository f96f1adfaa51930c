namespace Pathwise.Reporting.Figures;

/// <summary>One state of a sequence: where the slider stands, and the panels as they look there.</summary>
/// <param name="Label">What the slider says there.</param>
/// <param name="Panels">The panels from top to bottom.</param>
public sealed record SequenceFrame(string Label, IReadOnlyList<Figure> Panels);
