namespace Pathwise.Reporting.Figures;

/// <summary>A labelled place on an axis.</summary>
public readonly record struct Tick(double Value, string Label);
