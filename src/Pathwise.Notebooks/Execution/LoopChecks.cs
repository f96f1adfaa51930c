using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Pathwise.Notebooks.Execution;

/// <summary>Code whose loops ask at each turn whether to stop. Lines keep their numbers.</summary>
internal static class LoopChecks
{
    private const string Check = " global::Pathwise.Notebooks.Execution.Interruption.Check(); ";

    private static readonly CSharpParseOptions Script = CSharpParseOptions.Default.WithKind(SourceCodeKind.Script);

    /// <summary>The code with the checks; the same text when it has no loop.</summary>
    public static string InsertInto(string code)
    {
        var root = CSharpSyntaxTree.ParseText(code, Script).GetRoot();
        var insertions = root.DescendantNodes().SelectMany(Insertions).OrderByDescending(each => each.At);
        foreach (var (at, text) in insertions)
            code = code.Insert(at, text);
        return code;
    }

    private static IEnumerable<(int At, string Text)> Insertions(SyntaxNode node) => node switch
    {
        CommonForEachStatementSyntax loop => Around(loop.Statement),
        ForStatementSyntax loop => Around(loop.Statement),
        WhileStatementSyntax loop => Around(loop.Statement),
        DoStatementSyntax loop => Around(loop.Statement),
        GotoStatementSyntax { RawKind: (int)SyntaxKind.GotoStatement } jump => Around(jump),
        _ => [],
    };

    private static IEnumerable<(int At, string Text)> Around(StatementSyntax body)
    {
        if (body.IsMissing)
            return [];
        return body is BlockSyntax block
            ? [(block.OpenBraceToken.Span.End, Check)]
            : [(body.SpanStart, "{" + Check), (body.Span.End, " }")];
    }
}
