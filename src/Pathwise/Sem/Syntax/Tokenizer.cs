using System.Text;
using System.Text.RegularExpressions;
using Pathwise.Tables;

namespace Pathwise.Sem.Syntax;

/// <summary>Cuts a model syntax into tokens, line by line; comments and blanks are left out.</summary>
internal static partial class Tokenizer
{
    /// <summary>The tokens of each line that has any; a semicolon ends a line, too.</summary>
    public static IReadOnlyList<IReadOnlyList<Token>> Lines(string syntax) =>
        [.. syntax.ReplaceLineEndings("\n").Split('\n').SelectMany((text, i) => Pieces(text, i + 1)).Where(line => line.Count > 0)];

    /// <summary>Whether a text can stand for a variable in a model syntax.</summary>
    public static bool IsName(string text) => Piece().Match(text) is { Success: true, Groups: var groups } && groups["name"].Length == text.Length && text.Length > 0;

    private static List<List<Token>> Pieces(string text, int line)
    {
        var pieces = new List<List<Token>> { new() };
        for (var at = 0; at < text.Length;)
        {
            var match = Piece().Match(text, at);
            if (!match.Success)
                throw new SyntaxException(line, text.Trim(), Unreadable(text.AsSpan(at)));
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

    // What is wrong may stand behind a character that would be right before another one: "=" before what looks like "~".
    private static string Unreadable(ReadOnlySpan<char> text)
    {
        if (LookAlikes.First(Signs(text)) is { } letter)
            return $"{LookAlikes.Name(letter)} {(LookAlikes.IsInvisible(new Rune(letter)) ? "stands here" : "only looks like what a model is written with")}; {LookAlikes.Advice(letter)}.";
        return text[0] switch
        {
            '"' or '\'' => "a quotation mark is not closed on this line.",
            '=' => "'=' alone has no meaning in a model syntax; expected =~, == or :=.",
            _ => $"{Shown(text)} has no meaning in a model syntax.",
        };
    }

    private static string Shown(ReadOnlySpan<char> text)
    {
        Rune.DecodeFromUtf16(text, out var letter, out _);
        return letter.IsAscii && !Rune.IsControl(letter) ? $"the character '{letter}'" : LookAlikes.Name(letter);
    }

    private static ReadOnlySpan<char> Signs(ReadOnlySpan<char> text)
    {
        var end = 1;
        while (end < text.Length && !char.IsLetterOrDigit(text[end]) && text[end] is not ('#' or '!'))
            end++;
        return text[..end];
    }

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
