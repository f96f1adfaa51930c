namespace Pathwise.Sem.Power;

/// <summary>How often a test of exact fit rejects the model: its size where the model holds in the population, its power where it does not.</summary>
/// <param name="Name">The test, as <see cref="Inference.TestsOfFit"/> names it.</param>
/// <param name="Count">Number of samples that have it: of these is the share.</param>
/// <param name="Rejected">Share of the samples in which it rejects at one less the level of the intervals.</param>
[TypeFormatterSource]
public sealed record TestPower(string Name, int Count, double Rejected)
{
    /// <summary>Standard error of the share from the number of samples.</summary>
    public double RejectedError => Math.Sqrt(Rejected * (1 - Rejected) / Count);
}
