using Pathwise.Sem.Specification;

namespace Pathwise.Sem.Power;

/// <summary>How well a free parameter is estimated in samples of one size.</summary>
[TypeFormatterSource]
public sealed record ParameterPower : EstimatePower
{
    /// <summary>Left-hand side.</summary>
    public required string Lhs { get; init; }

    /// <summary>What it is.</summary>
    public required Operator Operator { get; init; }

    /// <summary>Right-hand side; empty of an intercept.</summary>
    public required string Rhs { get; init; }
}
