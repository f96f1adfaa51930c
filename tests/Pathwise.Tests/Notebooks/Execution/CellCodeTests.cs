using Pathwise.Notebooks.Execution;
using Xunit;

namespace Pathwise.Tests.Notebooks.Execution;

public sealed class CellCodeTests
{
    [Theory]
    [InlineData("var x = 1;\nx")]
    [InlineData("#r \"a.dll\"\n#load \"b.csx\"")]
    [InlineData("var s = \"#!time\";")]
    public void Of_PlainCode_IsAsItWas(string source)
    {
        var code = CellCode.Of(source);
        Assert.Equal((source, null), (code.Text, code.Failure));
        Assert.Empty(code.Packages);
    }

    [Fact]
    public void Of_TheNameOfTheLanguage_IsABlankLine() => Assert.Equal("\nx", CellCode.Of("#!csharp\nx").Text);

    [Theory]
    [InlineData("nuget: A.B, 1.0-beta.2", "A.B", "1.0-beta.2")]
    [InlineData("nuget:A", "A", null)]
    [InlineData("nuget: A, [1.0, 2.0)", "A", "[1.0, 2.0)")]
    [InlineData("nuget: A,*-*", "A", "*-*")]
    public void Of_APackage_IsABlankLineAndAskedFor(string directive, string name, string? version)
    {
        var code = CellCode.Of($"x\n#r \"{directive}\"\ny");
        Assert.Equal("x\n\ny", code.Text);
        Assert.Equal(new PackageReference(name, version, 2), Assert.Single(code.Packages));
    }

    [Theory]
    [InlineData("x\n#r \"nuget: A B, 1.0\"", 2, "'A B, 1.0' is no package")]
    [InlineData("#r \"nuget: A, one\"", 1, "'A, one' is no package")]
    [InlineData("#r \"nuget:\"", 1, "'' is no package")]
    [InlineData("#!import a.cs", 1, "#!import a.cs")]
    public void Of_WhatTheKernelAloneKnows_IsAFailureAtItsLine(string source, int line, string expected)
    {
        var failure = CellCode.Of(source).Failure!;
        Assert.Equal(line, failure.Line);
        Assert.Contains(expected, failure.Message, StringComparison.Ordinal);
    }
}
