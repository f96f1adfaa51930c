using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Pathwise.Notebooks.Execution;

/// <summary>What can stand at a place of a cell.</summary>
internal static class CodeCompletion
{
    private static readonly string[] Keywords =
        [.. SyntaxFacts.GetKeywordKinds().Select(SyntaxFacts.GetText).Where(word => word.Length > 1 && word.All(char.IsAsciiLetterLower)).Distinct()];

    /// <summary>The part of the code from <c>Start</c> to <c>End</c> that a completion replaces, and the completions in order.</summary>
    public static (int Start, int End, IReadOnlyList<string> Matches) At(Compilation compilation, string file, string code, int position)
    {
        var (start, end) = WordAround(code, position);
        var prefix = code[start..position];
        var tree = compilation.SyntaxTrees.First(each => each.FilePath == file);
        var container = ContainerBefore(tree.GetRoot(), code, start);
        var model = compilation.GetSemanticModel(tree);
        var names = container is null
            ? model.LookupSymbols(start).Select(symbol => symbol.Name).Concat(Keywords)
            : Members(model, container, start).Select(symbol => symbol.Name);
        return (start, end, [.. names.Where(name => IsOffered(name, prefix)).Distinct().Order(StringComparer.Ordinal)]);
    }

    private static IEnumerable<ISymbol> Members(SemanticModel model, ExpressionSyntax container, int position)
    {
        if (model.GetSymbolInfo(container).Symbol is INamespaceOrTypeSymbol named)
            return model.LookupSymbols(position, named).Where(symbol => named is INamespaceSymbol || symbol.IsStatic || symbol is ITypeSymbol);
        return model.GetTypeInfo(container).Type is { } type
            ? model.LookupSymbols(position, type, includeReducedExtensionMethods: true).Where(symbol => !symbol.IsStatic || symbol is IMethodSymbol { IsExtensionMethod: true })
            : [];
    }

    // Accessors and operators have names that cannot be written.
    private static bool IsOffered(string name, string prefix) =>
        name.StartsWith(prefix, StringComparison.OrdinalIgnoreCase) && name.All(c => char.IsLetterOrDigit(c) || c == '_');

    private static (int Start, int End) WordAround(string code, int position)
    {
        var (start, end) = (position, position);
        while (start > 0 && IsWord(code[start - 1]))
            start--;
        while (end < code.Length && IsWord(code[end]))
            end++;
        return (start, end);
    }

    private static ExpressionSyntax? ContainerBefore(SyntaxNode root, string code, int start)
    {
        var dot = code.AsSpan(0, start).TrimEnd().Length - 1;
        if (dot < 0 || code[dot] != '.')
            return null;
        var token = root.FindToken(dot);
        return token.Parent switch
        {
            MemberAccessExpressionSyntax access => access.Expression,
            QualifiedNameSyntax name => name.Left,
            MemberBindingExpressionSyntax { Parent.Parent: ConditionalAccessExpressionSyntax access } => access.Expression,
            _ => null,
        };
    }

    private static bool IsWord(char c) => char.IsLetterOrDigit(c) || c == '_';
}
