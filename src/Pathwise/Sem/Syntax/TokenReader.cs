namespace Pathwise.Sem.Syntax;

/// <summary>Reads the tokens of one part of a statement from left to right.</summary>
internal sealed class TokenReader(IReadOnlyList<Token> tokens, int line, string statement)
{
    // More than anybody writes, and far from the end of the stack on which expressions are read and computed.
    private const int Deepest = 100;
    private const int MostOperands = 2000;

    private int position;
    private int depth;
    private int operands;

    public bool IsAtEnd => position == tokens.Count;

    public Token? Next => IsAtEnd ? null : tokens[position];

    public Token Take() => IsAtEnd ? throw Refuse("it ends too early.") : tokens[position++];

    public bool NextIs(string sign) => Next is { } token && token.Is(sign);

    /// <summary>True for a name directly before an opening parenthesis.</summary>
    public bool NextIsCall => Next is { Kind: TokenKind.Name } && position + 1 < tokens.Count && tokens[position + 1].Is("(");

    /// <summary>True when one of the signs comes directly after the next token.</summary>
    public bool FollowedBy(params ReadOnlySpan<string> signs)
    {
        foreach (var sign in signs)
        {
            if (position + 1 < tokens.Count && tokens[position + 1].Is(sign))
                return true;
        }

        return false;
    }

    public bool TakeIf(string sign)
    {
        if (!NextIs(sign))
            return false;
        position++;
        return true;
    }

    /// <summary>Begins an expression of its own.</summary>
    public void Begin() => operands = 0;

    /// <summary>Goes one level deeper into an expression; every call is followed by <see cref="Leave"/>.</summary>
    public void Enter()
    {
        if (++depth > Deepest)
            throw Refuse($"signs, powers and parentheses are nested more than {Deepest} levels deep.");
        if (++operands > MostOperands)
            throw Refuse($"it has more than {MostOperands} operands.");
    }

    /// <summary>Comes back from <see cref="Enter"/>.</summary>
    public void Leave() => depth--;

    public void Expect(string sign)
    {
        if (!TakeIf(sign))
            throw Refuse($"expected '{sign}' {Before()}.");
    }

    public string Before() => Next is { } token ? $"before '{token.Text}'" : "at the end";

    public SyntaxException Refuse(string reason) =>
        new(tokens.Count == 0 ? line : tokens[Math.Min(position, tokens.Count - 1)].Line, statement, reason);
}
