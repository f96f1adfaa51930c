using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Pathwise.Notebooks.Html;

/// <summary>C# as HTML, coloured by the compiler's own tokens. Taking the tags away leaves the code.</summary>
internal static class CodeHtml
{
    private static readonly CSharpParseOptions Script = CSharpParseOptions.Default.WithKind(SourceCodeKind.Script);

    public static string Of(string code)
    {
        var html = new StringBuilder();
        var at = 0;
        foreach (var (span, kind) in Parts(CSharpSyntaxTree.ParseText(code, Script).GetRoot()))
        {
            html.Append(HtmlText.Escape(code[at..span.Start]));
            html.Append("<span class=\"").Append(kind).Append("\">").Append(HtmlText.Escape(code[span.Start..span.End])).Append("</span>");
            at = span.End;
        }

        return html.Append(HtmlText.Escape(code[at..])).ToString();
    }

    private static IEnumerable<(TextSpan Span, string Kind)> Parts(SyntaxNode root)
    {
        foreach (var token in root.DescendantTokens())
        {
            foreach (var part in Asides(token.LeadingTrivia))
                yield return part;
            if (Kind(token) is { } kind && token.Span.Length > 0)
                yield return (token.Span, kind);
            foreach (var part in Asides(token.TrailingTrivia))
                yield return part;
        }
    }

    private static IEnumerable<(TextSpan Span, string Kind)> Asides(SyntaxTriviaList trivia) =>
        from each in trivia
        where each.Span.Length > 0
        let kind = each.IsDirective ? "d" : IsComment(each) ? "c" : null
        where kind is not null
        select (each.Span, kind);

    private static bool IsComment(SyntaxTrivia trivia) => trivia.Kind() is
        SyntaxKind.SingleLineCommentTrivia or SyntaxKind.MultiLineCommentTrivia
        or SyntaxKind.SingleLineDocumentationCommentTrivia or SyntaxKind.MultiLineDocumentationCommentTrivia;

    private static string? Kind(SyntaxToken token)
    {
        if (token.IsKeyword() || (token.IsKind(SyntaxKind.IdentifierToken) && token.Text == "var" && token.Parent is IdentifierNameSyntax { IsVar: true }))
            return "k";
        return token.Kind() switch
        {
            SyntaxKind.NumericLiteralToken => "n",
            >= SyntaxKind.InterpolatedStringStartToken and <= SyntaxKind.InterpolatedVerbatimStringStartToken => "s",
            SyntaxKind.StringLiteralToken or SyntaxKind.CharacterLiteralToken or SyntaxKind.InterpolatedStringTextToken
                or SyntaxKind.SingleLineRawStringLiteralToken or SyntaxKind.MultiLineRawStringLiteralToken
                or SyntaxKind.InterpolatedSingleLineRawStringStartToken or SyntaxKind.InterpolatedMultiLineRawStringStartToken
                or SyntaxKind.InterpolatedRawStringEndToken or SyntaxKind.InterpolatedStringEndToken => "s",
            SyntaxKind.IdentifierToken => NameKind(token),
            _ => null,
        };
    }

    private static string? NameKind(SyntaxToken name) => name.Parent switch
    {
        SimpleNameSyntax { Parent: InvocationExpressionSyntax } => "m",
        SimpleNameSyntax { Parent: MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax } access } simple when access.Name == simple => "m",
        SimpleNameSyntax { Parent: ObjectCreationExpressionSyntax or VariableDeclarationSyntax or ParameterSyntax } => "t",
        BaseTypeDeclarationSyntax => "t",
        _ => null,
    };
}
