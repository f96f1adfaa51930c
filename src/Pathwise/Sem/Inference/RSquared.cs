namespace Pathwise.Sem.Inference;

/// <summary>Share of an endogenous variable's variance that the model explains.</summary>
[TypeFormatterSource]
public sealed record RSquared(string Variable, int Group, double Value);
