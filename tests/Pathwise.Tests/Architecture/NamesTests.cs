using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Xunit;

namespace Pathwise.Tests.Architecture;

/// <summary>A type has a name of its own, and an enum keeps its words beside it.</summary>
public sealed class NamesTests
{
    private static readonly string[] Library = ["Pathwise/", "Pathwise.Reporting/"];

    private static readonly SyntaxTree[] Trees = [.. SourceTree.Trees.Where(tree => Library.Any(root => tree.FilePath.StartsWith(root, StringComparison.Ordinal)))];

    [Fact]
    public void Library_EveryType_HasANameOfItsOwn()
    {
        var types =
            from tree in Trees
            from type in tree.GetRoot().DescendantNodes().OfType<BaseTypeDeclarationSyntax>()
            where type.Parent is BaseNamespaceDeclarationSyntax && !type.Modifiers.Any(modifier => modifier.Text is "partial" or "file")
            group tree.FilePath by (type.Identifier.Text, (type as TypeDeclarationSyntax)?.TypeParameterList?.Parameters.Count);
        Assert.Empty(types.Where(files => files.Count() > 1).Select(files => $"{files.Key.Text}: {string.Join(", ", files)}"));
    }

    [Fact]
    public void Library_AnEnumAndItsWords_ShareAFile()
    {
        var enums = Trees.SelectMany(tree => tree.GetRoot().DescendantNodes().OfType<EnumDeclarationSyntax>()).ToDictionary(each => each.Identifier.Text, each => each.SyntaxTree.FilePath);
        string[] apart =
        [
            .. from tree in Trees
               from verb in tree.GetRoot().DescendantNodes().OfType<MethodDeclarationSyntax>()
               where verb.ReturnType.ToString() == "string" && verb.ParameterList.Parameters.Count == 1
               let first = verb.ParameterList.Parameters[0]
               where first.Modifiers.Any(modifier => modifier.Text == "this")
               where enums.TryGetValue(first.Type!.ToString(), out var home) && home != tree.FilePath
               select $"{tree.FilePath}: {verb.Identifier.Text} of {first.Type}",
        ];
        Assert.Empty(apart);
    }
}
