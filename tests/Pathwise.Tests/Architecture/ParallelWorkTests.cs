using Microsoft.CodeAnalysis.CSharp.Syntax;
using Xunit;

namespace Pathwise.Tests.Architecture;

/// <summary>The engine has one way to run many pieces of work, and it lives in one room.</summary>
[Trait("pace", "slow")]
public sealed class ParallelWorkTests
{
    private static readonly string[] Ways = ["Parallel.For", "Parallel.ForEach", "Parallel.Invoke", "Task.Run", "Task.Factory", "ThreadPool."];
    private static readonly string[] Names = ["Thread", "Timer", "AsParallel", "ParallelOptions"];

    [Fact]
    public void Engine_OutsideParallel_StartsNoThreads()
    {
        string[] elsewhere =
        [
            .. from tree in SourceTree.Trees
               where tree.FilePath.StartsWith("Pathwise/", StringComparison.Ordinal) && !tree.FilePath.StartsWith("Pathwise/Parallel/", StringComparison.Ordinal)
               from node in tree.GetRoot().DescendantNodes()
               where IsWay(node as MemberAccessExpressionSyntax) || (node is IdentifierNameSyntax name && Names.Contains(name.Identifier.Text))
               select $"{tree.FilePath}:{tree.GetLineSpan(node.Span).StartLinePosition.Line + 1}: {node}",
        ];
        Assert.Empty(elsewhere);
    }

    private static bool IsWay(MemberAccessExpressionSyntax? access) => access?.ToString() is { } text
        && Ways.Any(way => text.StartsWith(way, StringComparison.Ordinal) || text.EndsWith("." + way, StringComparison.Ordinal));
}
