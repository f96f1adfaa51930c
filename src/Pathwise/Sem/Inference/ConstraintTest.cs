using Pathwise.Sem.Specification;

namespace Pathwise.Sem.Inference;

/// <summary>What lifting one equality constraint would gain.</summary>
[TypeFormatterSource]
public sealed record ConstraintTest(Constraint Constraint, ChiSquareTest Test);
