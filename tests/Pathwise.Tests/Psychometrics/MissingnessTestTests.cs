using Pathwise.Psychometrics;
using Pathwise.Tables;
using Xunit;

namespace Pathwise.Tests.Psychometrics;

public sealed class MissingnessTestTests
{
    [Fact]
    public void LittlesTest_ValuesThatAreMissingForAReason_IsThatOfTheMomentsOfLavaan()
    {
        var expected = Oracle.Read("semtools", "semtools.json")["little"];
        var test = MissingnessTest.Of(Holzinger.Incomplete, Holzinger.Items);
        Oracle.Near(expected["statistic"].Number, test.ChiSquare, 1e-4);
        Oracle.Near(expected["df"].Number, test.DegreesOfFreedom, 0);
        Oracle.Near(expected["patterns"].Number, test.Patterns, 0);
        Assert.True(test.PValue < 1e-10);
        Assert.Equal(301, test.Cases);
    }

    [Fact]
    public void LittlesTest_NothingMissing_IsUndefined()
    {
        var test = MissingnessTest.Of(Holzinger.Table, Holzinger.Items);
        Assert.Null(test.ChiSquare);
        Assert.Null(test.PValue);
        Assert.Equal(0, test.MissingValues);
        Assert.Equal(1, test.Patterns);
    }

    [Fact]
    public void LittlesTest_NobodyAnswered_IsRefused()
    {
        var empty = DataTable.Of(["a", "b"], new[,] { { double.NaN, double.NaN }, { double.NaN, double.NaN } });
        Assert.Contains("0 cases have any value", Assert.Throws<InputException>(() => MissingnessTest.Of(empty, ["a", "b"])).Message);
    }

    [Theory]
    [InlineData(2.3)]
    [InlineData(4)]
    public void Of_AVariableThatDoesNotVary_IsRefusedByName(double value)
    {
        var table = Holzinger.Incomplete;
        var constant = table.With("x3", [.. table.Numbers("x3").Select((_, i) => i % 7 == 0 ? double.NaN : value)]);
        Assert.Contains("the variable x3 has no variance", Assert.Throws<InputException>(() => MissingnessTest.Of(constant, Holzinger.Items)).Message, StringComparison.Ordinal);
    }
}
