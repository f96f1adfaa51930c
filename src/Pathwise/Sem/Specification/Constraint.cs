namespace Pathwise.Sem.Specification;

/// <summary>A restriction on the free parameters: written by the user, or implied by a shared label.</summary>
/// <param name="Lhs">Text of the left side.</param>
/// <param name="Operator"><see cref="Operator.EqualTo"/>, <see cref="Operator.AtMost"/> or <see cref="Operator.AtLeast"/>.</param>
/// <param name="Rhs">Text of the right side.</param>
/// <param name="Difference">
/// Left side minus right side: zero when an equality holds, at most zero for <c>&lt;</c>, at least zero for <c>&gt;</c>.
/// </param>
/// <param name="IsFromUser">True when it was written in the syntax, false when labels imply it.</param>
public sealed record Constraint(
    string Lhs, Operator Operator, string Rhs, ParameterFunction Difference, bool IsFromUser)
{
    /// <summary>True for an equality, false for an inequality.</summary>
    public bool IsEquality => Operator == Operator.EqualTo;
}
