namespace Pathwise.Sem.Syntax;

/// <summary>One formula, definition or constraint: what stands on either side of its operator.</summary>
internal sealed record Statement(IReadOnlyList<Token> Left, Token Operator, IReadOnlyList<Token> Right)
{
    private static readonly string[] Blocks = ["group", "level", "block", "class"];

    private static readonly Dictionary<string, string> Refused = new()
    {
        ["<~"] = "formative (composite) variables are not supported.",
        ["%"] = "the operator % is not supported.",
        [":"] = "':' joins the names of variables to their product, as in x:w; a name is missing beside it.",
        ["<="] = "write < for an upper bound.",
        [">="] = "write > for a lower bound.",
    };

    public int Line => Operator.Line;

    public string Text => Token.Join([.. Left, Operator, .. Right]);

    public bool IsRelation => Operator.Text is ":=" or "==" or "<" or ">";

    /// <summary>Joins lines to statements: a line without an operator continues the one before it.</summary>
    public static IReadOnlyList<Statement> Split(IReadOnlyList<IReadOnlyList<Token>> lines)
    {
        var statements = new List<List<Token>>();
        foreach (var written in lines)
        {
            RefuseBlocks(written);
            var line = ProductName.Fold(written);
            if (line.Any(token => token.Kind == TokenKind.Operator && token.Text != ":"))
                statements.Add(line);
            else if (statements.Count > 0)
                statements[^1].AddRange(line);
            else
                throw new SyntaxException(line[0].Line, Token.Join(line), "there is no operator (=~ ~ ~~ | ~*~ := == < >) on this line, nor one to continue.");
        }

        return [.. statements.Select(Of)];
    }

    private static Statement Of(List<Token> tokens)
    {
        var at = tokens.FindIndex(token => token.Kind == TokenKind.Operator);
        foreach (var each in tokens.Where(token => token.Kind == TokenKind.Operator))
        {
            if (Refused.TryGetValue(each.Text, out var reason))
                throw new SyntaxException(each.Line, Token.Join(tokens.Where(token => token.Line == each.Line)), reason);
        }

        var statement = new Statement(tokens[..at], tokens[at], tokens[(at + 1)..]);
        if (statement.Right.FirstOrDefault(token => token.Kind == TokenKind.Operator) is { Text: { } second } extra)
            throw new SyntaxException(extra.Line, statement.Text, $"a second operator '{second}'; separate formulas by a new line or ';'.");
        if (statement.Left.Count == 0)
            throw new SyntaxException(statement.Line, statement.Text, $"nothing stands left of '{statement.Operator.Text}'.");
        if (statement.Right.Count == 0)
            throw new SyntaxException(statement.Line, statement.Text, $"nothing stands right of '{statement.Operator.Text}'.");
        return statement;
    }

    private static void RefuseBlocks(IReadOnlyList<Token> line)
    {
        if (line.Count > 1 && line[1].Is(":") && Blocks.Contains(line[0].Text.ToLowerInvariant()))
            throw new SyntaxException(line[0].Line, Token.Join(line), "blocks (group:, level:) are not supported; give values by group as c(a, b)*x.");
    }
}
