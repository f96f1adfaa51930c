namespace Pathwise.Sem.Inference;

/// <summary>The test of exact fit to trust for an estimator, a number of cases and a distribution, with the source that says so; it hides no other.</summary>
/// <param name="Name">Its name among <see cref="TestsOfFit"/>.</param>
/// <param name="Test">The test.</param>
/// <param name="Because">What of the analysis speaks for it.</param>
/// <param name="Source">Who recommends it, or whose it is.</param>
[TypeFormatterSource]
public sealed record TrustedTest(string Name, ChiSquareTest Test, string Because, string Source);
