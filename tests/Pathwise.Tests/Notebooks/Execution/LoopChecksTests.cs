using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Pathwise.Notebooks.Execution;
using Xunit;

namespace Pathwise.Tests.Notebooks.Execution;

public sealed class LoopChecksTests
{
    [Theory]
    [InlineData("while (true) { }", 1)]
    [InlineData("for (;;) ;", 1)]
    [InlineData("foreach (var x in y)\n  foreach (var (a, b) in x) F();", 2)]
    [InlineData("do { i++; } while (i < 3);", 1)]
    [InlineData("again: F();\ngoto again;", 1)]
    [InlineData("int F() { while (true) { for (;;) { } } }", 2)]
    public void InsertInto_EachLoop_AsksOnceATurn(string code, int loops)
    {
        var cancellation = TestContext.Current.CancellationToken;
        var checkedCode = LoopChecks.InsertInto(code);
        Assert.Equal(loops, checkedCode.Split("Interruption.Check();").Length - 1);
        Assert.Equal(code.Split('\n').Length, checkedCode.Split('\n').Length);
        var tree = CSharpSyntaxTree.ParseText(checkedCode, CSharpParseOptions.Default.WithKind(SourceCodeKind.Script), cancellationToken: cancellation);
        Assert.Empty(tree.GetDiagnostics(cancellation));
    }

    [Theory]
    [InlineData("var x = 1;\nx")]
    [InlineData("switch (x) { case 1: goto case 2; case 2: break; }")]
    [InlineData("while (")]
    public void InsertInto_CodeWithoutAWholeLoop_IsLeftAsItIs(string code) => Assert.Equal(code, LoopChecks.InsertInto(code));
}
