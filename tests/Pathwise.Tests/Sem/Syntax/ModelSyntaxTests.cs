using System.Text.Json;
using Pathwise.Sem.Specification;
using Pathwise.Sem.Syntax;
using Xunit;

namespace Pathwise.Tests.Sem.Syntax;

public sealed class ModelSyntaxTests
{
    public static TheoryData<string, int, string> Refused => [.. JsonDocument
        .Parse(File.ReadAllText(Repository.Fixture("syntax", "refused.json"))).RootElement.EnumerateArray()
        .Select(each => (each.GetProperty("model").GetString()!, each.GetProperty("line").GetInt32(), each.GetProperty("reason").GetString()!))];

    [Theory]
    [MemberData(nameof(Refused))]
    public void Parse_WhatIsNotSupported_IsRefusedWithLineAndReason(string model, int line, string reason)
    {
        var mistake = Assert.Throws<SyntaxException>(() => ModelSpecification.Parse(model).Table());
        Assert.Equal(line, mistake.Line);
        Assert.Contains(reason, mistake.Reason, StringComparison.Ordinal);
        Assert.StartsWith($"the model, line {line}: '{mistake.Text}': ", mistake.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', mistake.Message);
    }

    [Theory]
    [InlineData("")]
    [InlineData("  \n # nothing")]
    [InlineData("a == 2")]
    public void Parse_NoFormula_IsRefused(string model) =>
        Assert.Contains("no formula", Assert.Throws<InputException>(() => ModelSpecification.Parse(model)).Message, StringComparison.Ordinal);

    [Fact]
    public void Parse_LineEndingsOfOtherSystems_AreLineEndings()
    {
        var syntax = ModelSyntax.Parse("f =~ x1 + x2\r\ng =~ y1 +\r\n y2\rg ~ f");
        Assert.Equal(["f=~x1 1", "f=~x2 1", "g=~y1 2", "g=~y2 3", "g~f 4"], syntax.Terms.Select(term => $"{term.Text} {term.Line}"));
    }
}
