using Pathwise.Psychometrics;
using Pathwise.Surveys;
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
}
