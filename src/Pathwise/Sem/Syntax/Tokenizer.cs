using System.Text.RegularExpressions;

namespace Pathwise.Sem.Syntax;

/// <summary>Cuts a model syntax into tokens, line by line; comments and blanks are left out.</summary>
internal static partial class Tokenizer
{
    /// <summary>The tokens of each line that has any; a semicolon ends a line, too.</summary>
    public static IReadOnlyList<IReadOnlyList<Token>> Lines(string syntax) =>
        [.. syntax.ReplaceLineEndings("\n").Split('\n').SelectMany((text, i) => Pieces(text, i + 1)).Where(line => line.Count > 0)];

    private static List<List<Token>> Pieces(string text, int line)
    {
        var pieces = new List<List<Token>> { new() };
        for (var at = 0; at < text.Length;)
        {
            var match = Piece().Match(text, at);
            if (!match.Success)
                throw new SyntaxException(line, text.Trim(), Unreadable(text[at]));
            at += match.Length;
            if (match.Value == ";")
                pieces.Add([]);
            else if (KindOf(match) is { } kind)
                pieces[^1].Add(new Token(kind, kind == TokenKind.Quoted ? Unquote(match.Value) : match.Value, line));
        }

        return pieces;
    }

    private static TokenKind? KindOf(Match match) =>
        match.Groups["name"].Success ? TokenKind.Name
        : match.Groups["number"].Success ? TokenKind.Number
        : match.Groups["quoted"].Success ? TokenKind.Quoted
        : match.Groups["operator"].Success ? TokenKind.Operator
        : match.Groups["sign"].Success ? TokenKind.Sign
        : null;

    private static string Unquote(string text) => string.Concat(text[1..^1].Where(letter => !char.IsWhiteSpace(letter)));

    private static string Unreadable(char letter) => letter is '"' or '\''
        ? "a quotation mark is not closed on this line."
        : $"the character '{letter}' has no meaning in a model syntax.";

    [GeneratedRegex("""
        \G(?:
            (?<blank>\s+|[\#!].*)
          | (?<operator>=~|~\*~|~~|~|<~|:=|==|<=|>=|<|>|\||%|:)
          | (?<number>(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][+-]?[0-9]+)?(?![\p{L}_.]))
          | (?<name>(?:\p{L}|\.(?![0-9]))[\p{L}\p{N}._]*)
          | (?<quoted>"[^"]*"|'[^']*')
          | (?<sign>[-+*/^(),?])
          | (?<end>;)
        )
        """, RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Piece();
}
