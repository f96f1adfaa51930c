using Pathwise.Tables;
using Pathwise.Tests.Surveys;
using Xunit;

namespace Pathwise.Tests.Tables;

public sealed class PossibleCodesTests
{
    [Theory]
    [InlineData("1 2 3 4 5 -9 2", "-9 (1)")]
    [InlineData("0.5 -1.2 2.2 0.1 -99 -99", "-99 (2)")]
    [InlineData("1 2 3 4 5 99 98 97 98", "97 (1), 98 (2), 99 (1)")]
    [InlineData("18 40 64 33 999", "999 (1)")]
    [InlineData("1 168 41 -99 -99", "-99 (2)")]
    [InlineData("0 1 1 0 -88 88", "-88 (1), 88 (1)")]
    [InlineData("1990 2010 2003 9999", "9999 (1)")]
    [InlineData("1 2 3 4 5 1 2 3 4 5 1 2 3 4 5 1 2 3 4 5 9 8 9", "8 (1), 9 (2)")]
    public void FindPossibleCodes_FarOutsideTheOthers_AreFound(string values, string expected) => Assert.Equal(expected, Found(values));

    [Theory]
    [InlineData("77 88 99 65 70 93")]
    [InlineData("18 40 64 33 99")]
    [InlineData("1 2 3 4 5 9")]
    [InlineData("1 2 3 4 5 6 7")]
    [InlineData("1 2 3 4 5 6 7 1 2 3 4 5 6 7 1 2 3 4 5 6 7 9 8 9")]
    [InlineData("-9 -3 0 4 12 7")]
    [InlineData("1 2 3 5000")]
    [InlineData("-150 320 88 -99 999 1500")]
    [InlineData("99 99 1 1")]
    [InlineData("20000 95000 99999 43000")]
    [InlineData("99 999")]
    public void FindPossibleCodes_OrdinaryValues_AreNotSuspected(string values) => Assert.Equal("", Found(values));

    [Fact]
    public void FindPossibleCodes_TextsThatOtherProgramsWrite_AreFoundInTheColumnsAskedForAlone()
    {
        using var file = new TemporaryFile("g,h\na,n/a\n.,b\n.,c\n#N/A,d\n");
        Assert.Equal([new("g", ".", 2), new("g", "#N/A", 1)], DataTable.Read(file.Path).FindPossibleCodes(["g", "g"]));
    }

    private static string Found(string values)
    {
        using var file = new TemporaryFile($"x\n{values.Replace(' ', '\n')}\n");
        return string.Join(", ", DataTable.Read(file.Path).FindPossibleCodes(["x"]).Select(code => $"{code.Value} ({code.Count})"));
    }
}
