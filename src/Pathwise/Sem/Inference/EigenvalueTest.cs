namespace Pathwise.Sem.Inference;

/// <summary>A test of exact fit by the eigenvalues of U G: its name, as <c>peba4_rls</c>, and the chi-square with its p.</summary>
[TypeFormatterSource]
public sealed record EigenvalueTest(string Name, ChiSquareTest Test);
