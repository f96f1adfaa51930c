using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Pathwise.Tests.Architecture;

/// <summary>All of <c>src/</c> as the compiler sees it, in one compilation: which folder uses a type of which other, by symbols.</summary>
internal static class SourceTree
{
    private static readonly Lazy<CSharpCompilation> Compiled = new(Compile);
    private static readonly Lazy<ImmutableSortedDictionary<(string From, string To), ImmutableSortedSet<string>>> Found = new(Find);

    /// <summary>The syntax trees, with paths below <c>src/</c>.</summary>
    public static IReadOnlyList<SyntaxTree> Trees => [.. Compiled.Value.SyntaxTrees.Where(tree => tree.FilePath.Length > 0)];

    /// <summary>The arrows between folders, such as (<c>Pathwise/Sem/Moments</c>, <c>Pathwise/Tables</c>), each with the pairs of files behind it.</summary>
    public static ImmutableSortedDictionary<(string From, string To), ImmutableSortedSet<string>> Arrows => Found.Value;

    /// <summary>The folder of a file below <c>src/</c>.</summary>
    public static string FolderOf(string file) => file[..file.LastIndexOf('/')];

    private static CSharpCompilation Compile()
    {
        var options = new CSharpParseOptions(LanguageVersion.Preview);
        var root = Repository.Path("src");
        var trees = Directory.EnumerateFiles(root, "*.cs", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
            .Select(file => CSharpSyntaxTree.ParseText(File.ReadAllText(file), options, Path.GetRelativePath(root, file).Replace('\\', '/')));
        var implied = CSharpSyntaxTree.ParseText(
            "global using System; global using System.Collections.Generic; global using System.IO; global using System.Linq; "
            + "global using System.Net.Http; global using System.Threading; global using System.Threading.Tasks;",
            options);
        var references = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(file => !Path.GetFileName(file).StartsWith("Pathwise", StringComparison.Ordinal))
            .Select(file => MetadataReference.CreateFromFile(file));
        return CSharpCompilation.Create(
            "src", trees.Append(implied), references, new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, allowUnsafe: true));
    }

    private static ImmutableSortedDictionary<(string From, string To), ImmutableSortedSet<string>> Find()
    {
        var pairs =
            from tree in Trees.AsParallel()
            let model = Compiled.Value.GetSemanticModel(tree)
            from home in Homes(tree, model)
            where FolderOf(home) != FolderOf(tree.FilePath)
            select (From: tree.FilePath, To: home);
        return pairs.AsEnumerable().Distinct().GroupBy(pair => (FolderOf(pair.From), FolderOf(pair.To)))
            .ToImmutableSortedDictionary(group => group.Key, group => group.Select(pair => $"{pair.From} -> {pair.To}").ToImmutableSortedSet(StringComparer.Ordinal));
    }

    /// <summary>The files of <c>src/</c> that declare what a file names: types, and members by their type.</summary>
    private static IEnumerable<string> Homes(SyntaxTree tree, SemanticModel model) => tree.GetRoot().DescendantNodes()
        .OfType<SimpleNameSyntax>()
        .Where(name => !name.Ancestors().Any(node => node is UsingDirectiveSyntax))
        .Select(name => model.GetSymbolInfo(name))
        .Select(info => info.Symbol ?? info.CandidateSymbols.FirstOrDefault())
        .Where(symbol => symbol is not (null or INamespaceSymbol or ILocalSymbol or IParameterSymbol))
        .Select(symbol => Outermost(symbol!).DeclaringSyntaxReferences.FirstOrDefault()?.SyntaxTree.FilePath)
        .Where(path => path is { Length: > 0 }).Select(path => path!).Distinct();

    private static ISymbol Outermost(ISymbol symbol)
    {
        symbol = symbol is IMethodSymbol { ReducedFrom: { } verb } ? verb : symbol.OriginalDefinition;
        while (symbol.ContainingType is { } type)
            symbol = type;
        return symbol;
    }
}
