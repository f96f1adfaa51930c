namespace Pathwise.Sem.Inference;

/// <summary>A test of exact fit by the name that lavaan or semTests gives it.</summary>
[TypeFormatterSource]
public sealed record NamedTest(string Name, ChiSquareTest Test);
