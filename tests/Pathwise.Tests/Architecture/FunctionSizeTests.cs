using Microsoft.CodeAnalysis.CSharp.Syntax;
using Xunit;

namespace Pathwise.Tests.Architecture;

/// <summary>Functions stay short enough to be read at a glance: lines from the signature to the closing brace.</summary>
public sealed class FunctionSizeTests
{
    internal static readonly (string Where, int Lines)[] Functions =
    [
        .. from tree in SourceTree.Trees
           from function in tree.GetRoot().DescendantNodes().OfType<BaseMethodDeclarationSyntax>()
           where function.Body is not null || function.ExpressionBody is not null
           let place = tree.GetLineSpan(function.Span)
           let lines = place.EndLinePosition.Line - place.StartLinePosition.Line + 1
           orderby lines
           select ($"{tree.FilePath}:{place.StartLinePosition.Line + 1}", lines),
    ];

    [Fact]
    public void Source_HalfOfTheFunctions_HaveAtMostEightLines() => Assert.InRange(Functions[Functions.Length / 2].Lines, 1, 8);

    [Fact]
    public void Source_NineFunctionsInTen_HaveFewerThan22Lines() => Assert.InRange(Functions[Functions.Length * 9 / 10].Lines, 1, 21);

    [Fact]
    public void Source_NoFunction_HasMoreThan45Lines()
    {
        string[] overgrown = [.. from function in Functions where function.Lines > 45 select $"{function.Where} has {function.Lines} lines"];
        Assert.Empty(overgrown);
    }
}
