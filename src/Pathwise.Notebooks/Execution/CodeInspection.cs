using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Pathwise.Notebooks.Execution;

/// <summary>
/// What stands at a place of a cell: its declaration, and the summary that the library gives. Among the arguments of a call, where
/// readers ask most, it is what is called.
/// </summary>
internal static partial class CodeInspection
{
    private static readonly SymbolDisplayFormat Form = SymbolDisplayFormat.CSharpShortErrorMessageFormat
        .WithMemberOptions(SymbolDisplayMemberOptions.IncludeParameters | SymbolDisplayMemberOptions.IncludeType | SymbolDisplayMemberOptions.IncludeContainingType)
        .WithParameterOptions(SymbolDisplayParameterOptions.IncludeType | SymbolDisplayParameterOptions.IncludeName
            | SymbolDisplayParameterOptions.IncludeParamsRefOut | SymbolDisplayParameterOptions.IncludeDefaultValue);

    /// <summary>A text for a person, or null where nothing with a name stands.</summary>
    public static string? At(Compilation compilation, string file, int position)
    {
        var tree = compilation.SyntaxTrees.First(each => each.FilePath == file);
        var root = tree.GetRoot();
        var token = root.FindToken(Math.Min(position, Math.Max(root.FullSpan.End - 1, 0)));
        if (!token.IsKind(SyntaxKind.IdentifierToken) && position > 0)
            token = root.FindToken(position - 1);
        var model = compilation.GetSemanticModel(tree);
        return Asked(token).Select(node => SymbolOf(model, node)).OfType<ISymbol>().Select(symbol => Describe(compilation, symbol)).FirstOrDefault();
    }

    private static IEnumerable<SyntaxNode> Asked(SyntaxToken token) =>
        token.Parent is not { } node ? [] : node.AncestorsAndSelf().OfType<BaseArgumentListSyntax>().Select(arguments => arguments.Parent!).Prepend(node);

    private static ISymbol? SymbolOf(SemanticModel model, SyntaxNode node)
    {
        var found = node is ExpressionSyntax or AttributeSyntax ? model.GetSymbolInfo(node) : default;
        return found.Symbol ?? found.CandidateSymbols.FirstOrDefault() ?? (node is ExpressionSyntax ? null : model.GetDeclaredSymbol(node));
    }

    private static string Describe(Compilation compilation, ISymbol symbol)
    {
        var text = new StringBuilder(symbol.ToDisplayString(Form));
        return Summary(compilation, symbol) is { Length: > 0 } summary ? text.Append("\n\n").Append(summary).ToString() : text.ToString();
    }

    // The documentation lies beside the assembly.
    private static string? Summary(Compilation compilation, ISymbol symbol)
    {
        if (symbol.ContainingAssembly is not { } assembly || compilation.GetMetadataReference(assembly) is not PortableExecutableReference { FilePath: { } path })
            return null;
        var documentation = Path.ChangeExtension(path, ".xml");
        if (!File.Exists(documentation))
            return null;
        var id = (symbol.OriginalDefinition as IMethodSymbol)?.ReducedFrom?.GetDocumentationCommentId() ?? symbol.OriginalDefinition.GetDocumentationCommentId();
        var summary = XDocument.Load(documentation).Descendants("member").FirstOrDefault(member => (string?)member.Attribute("name") == id)?.Element("summary");
        return summary is null ? null : Plain(summary);
    }

    private static string Plain(XElement summary)
    {
        foreach (var reference in summary.Descendants().Where(each => each.IsEmpty).ToList())
            reference.ReplaceWith(((string?)reference.Attribute("cref") ?? (string?)reference.Attribute("name") ?? (string?)reference.Attribute("langword") ?? "").Split('.', ':')[^1]);
        return Spaces().Replace(summary.Value.Trim(), " ");
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
