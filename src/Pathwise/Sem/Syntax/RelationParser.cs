namespace Pathwise.Sem.Syntax;

/// <summary>Reads a definition or a constraint.</summary>
internal static class RelationParser
{
    public static ModelRelation Parse(Statement statement)
    {
        if (statement.Operator.Text == ":=" && statement.Left is not [{ Kind: TokenKind.Name }])
            throw new SyntaxException(statement.Line, statement.Text, "a definition needs one new name left of ':='.");
        return new ModelRelation(
            Token.Join(statement.Left), statement.Operator.Text, Token.Join(statement.Right),
            Side(statement.Left), Side(statement.Right), statement.Line);

        Expression Side(IReadOnlyList<Token> tokens) =>
            ExpressionParser.ParseAll(new TokenReader(tokens, statement.Line, statement.Text));
    }
}
