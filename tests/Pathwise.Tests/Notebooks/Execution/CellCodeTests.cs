using Pathwise.Notebooks.Execution;
using Xunit;

namespace Pathwise.Tests.Notebooks.Execution;

public sealed class CellCodeTests
{
    [Theory]
    [InlineData("var x = 1;\nx")]
    [InlineData("#r \"a.dll\"\n#load \"b.csx\"")]
    [InlineData("var s = \"#!time\";")]
    public void Of_PlainCode_IsAsItWas(string source) => Assert.Equal(new CellCode(source, null), CellCode.Of(source));

    [Fact]
    public void Of_TheNameOfTheLanguage_IsABlankLine() => Assert.Equal("\nx", CellCode.Of("#!csharp\nx").Text);

    [Theory]
    [InlineData("x\n#r \"nuget: A, 1.0\"", 2, "A, 1.0")]
    [InlineData("#r \"nuget:A\"", 1, "A ")]
    [InlineData("#!import a.cs", 1, "#!import a.cs")]
    public void Of_WhatTheKernelAloneKnows_IsAFailureAtItsLine(string source, int line, string expected)
    {
        var failure = CellCode.Of(source).Failure!;
        Assert.Equal(line, failure.Line);
        Assert.Contains(expected, failure.Message, StringComparison.Ordinal);
    }
}
