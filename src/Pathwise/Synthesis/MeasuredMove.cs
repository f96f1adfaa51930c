namespace Pathwise.Synthesis;

/// <summary>A changed answer and what it truly does to every exact statistic.</summary>
internal sealed record MeasuredMove(CellMove Move, double[] Change);
