namespace Pathwise.Sem.Inference;

/// <summary>A chi-square corrected for a small sample: its name, the factor by which the plain one was multiplied, and the test.</summary>
[TypeFormatterSource]
public sealed record SmallSampleTest(string Name, double Factor, ChiSquareTest Test);
