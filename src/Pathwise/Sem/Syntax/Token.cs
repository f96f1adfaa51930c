namespace Pathwise.Sem.Syntax;

/// <summary>What a token is.</summary>
internal enum TokenKind
{
    Name,
    Number,
    Quoted,
    Sign,
    Operator,
}

/// <summary>The smallest piece of a model syntax that means something.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">Its text; of a quoted text what stands between the quotes, without blanks.</param>
/// <param name="Line">The line it stands on, counted from 1.</param>
internal readonly record struct Token(TokenKind Kind, string Text, int Line)
{
    public bool Is(string text) => Kind is TokenKind.Sign or TokenKind.Operator && Text == text;

    /// <summary>The tokens as one text, without blanks.</summary>
    public static string Join(IEnumerable<Token> tokens) => string.Concat(tokens.Select(token => token.Text));
}
