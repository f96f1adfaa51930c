using Pathwise.Psychometrics;
using Pathwise.Tables;
using Pathwise.Tests.Surveys;
using Xunit;

namespace Pathwise.Tests.Psychometrics;

public sealed class CompleteCasesTests
{
    private static readonly DataTable Table = DataTable.Of(["a", "b", "c"], new[,] { { 1, 2, double.NaN }, { double.NaN, 3, 1 }, { 4, 5, 6 } });

    [Fact]
    public void Of_SomeColumns_LeavesOutCasesThatMissOneOfThem()
    {
        var cases = CompleteCases.Of(Table, ["b", "a"]);
        Assert.Equal((2, 1), (cases.Count, cases.LeftOut));
        Assert.Equal([[2.0, 1.0], [5.0, 4.0]], cases.Values.ToRowArrays());
    }

    [Fact]
    public void Of_TooFewCompleteCases_SaysHowManyThereAre() => Assert.Contains(
        "1 cases have a value in each of a, b, c; at least 2 are needed.",
        Assert.Throws<InputException>(() => CompleteCases.Of(Table, ["a", "b", "c"])).Message, StringComparison.Ordinal);

    [Fact]
    public void Of_ASurvey_RecodesReversedItems()
    {
        using var survey = new SmallSurvey("a,,,,,1,5,7\nb,,,,,2,4,6\n");
        Assert.Equal([[1.0, 1.0], [2.0, 2.0]], CompleteCases.Of(survey.Read(), ["c1", "c2"]).Values.ToRowArrays());
    }

    [Theory]
    [InlineData(2.3, 40)]
    [InlineData(.1, 33)]
    [InlineData(99.9, 301)]
    [InlineData(4, 12)]
    public void Of_AColumnThatDoesNotVary_IsRefusedByItsValues(double constant, int cases)
    {
        var values = new double[cases, 2];
        for (var i = 0; i < cases; i++)
            (values[i, 0], values[i, 1]) = (constant, i % 3);
        var table = DataTable.Of(["same", "other"], values);
        var message = Assert.Throws<InputException>(() => table.ScaleReliability("s", ["same", "other"])).Message;
        Assert.Contains("the variable same has no variance", message, StringComparison.Ordinal);
        Assert.Throws<InputException>(() => table.Kmo(["same", "other"]));
        Assert.Equal(0, Moments.Covariance(MathNet.Numerics.LinearAlgebra.Matrix<double>.Build.DenseOfArray(values))[0, 0]);
    }
}
