namespace Pathwise.Sem.Estimation;

/// <summary>How far a search is: steps so far, and how far the largest slope has fallen towards the one at which it ends, from 0 to 1.</summary>
[TypeFormatterSource]
public readonly record struct EstimationProgress(int Iterations, double Share);
