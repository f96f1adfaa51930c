namespace Pathwise.Sem.Syntax;

/// <summary>One parameter that the syntax names.</summary>
/// <param name="Lhs">Variable on the left of the operator.</param>
/// <param name="Operator">One of <c>=~</c>, <c>~</c>, <c>~~</c>, <c>~1</c>, <c>|</c>, <c>~*~</c>.</param>
/// <param name="Rhs">Variable on the right; empty for an intercept, <c>t1</c>, <c>t2</c> and so on for a threshold.</param>
/// <param name="Modifier">What is said about the parameter.</param>
/// <param name="Line">Line of the syntax.</param>
internal sealed record Term(string Lhs, string Operator, string Rhs, Modifier Modifier, int Line)
{
    public string Text => Lhs + Operator + Rhs;
}
