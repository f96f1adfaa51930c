using Pathwise.Sem.Specification;

namespace Pathwise.Sem.Inference;

/// <summary>What lifting one equality constraint would gain.</summary>
[TypeFormatterSource]
public sealed record ConstraintTest(Constraint Constraint, ChiSquareTest Test)
{
    /// <summary>The test with the covariance that a robust estimator gives its estimates (Boos 1992; Satorra 2000); null of other estimators.</summary>
    public ChiSquareTest? Robust { get; init; }
}
