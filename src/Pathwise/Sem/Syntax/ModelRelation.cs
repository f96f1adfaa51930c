namespace Pathwise.Sem.Syntax;

/// <summary>A definition or a constraint: two expressions joined by <c>:=</c>, <c>==</c>, <c>&lt;</c> or <c>&gt;</c>.</summary>
internal sealed record ModelRelation(string Lhs, string Operator, string Rhs, Expression Left, Expression Right, int Line)
{
    public string Text => Lhs + Operator + Rhs;
}
