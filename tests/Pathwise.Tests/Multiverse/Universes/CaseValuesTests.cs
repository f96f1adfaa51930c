using Pathwise.Multiverse.Universes;
using Pathwise.Tables;
using Xunit;

namespace Pathwise.Tests.Multiverse.Universes;

public sealed class CaseValuesTests
{
    private static readonly DataTable Table = DataTable.Of(["a", "b", "c", "d"], new double[,] { { 1, 1, 1, 2 }, { 3, double.NaN, 3, 3 }, { 1, 2, 3, 4 } });

    // By hand.
    [Fact]
    public void LongestRuns_AMissingAnswer_EndsARun() => Assert.Equal([3.0, 2, 1], CaseValues.LongestRuns(Table, ["a", "b", "c", "d"]));

    [Fact]
    public void Variability_OfTheAnswersThatAreThere()
    {
        var found = CaseValues.Variability(Table, ["a", "b", "c", "d"]);
        Assert.Equal(0.5, found[0], 1e-12);
        Assert.Equal(0, found[1], 1e-12);
        Assert.Equal(1.2909944487358056, found[2], 1e-12);
    }

    [Fact]
    public void Mahalanobis_AnOutlier_IsLeftOutByTheChiSquareOfItsDistance()
    {
        double[][] values = [.. Enumerable.Range(0, 30).Select(i => new[] { Math.Sin(i), Math.Cos(2 * i) }), [8.0, -8]];
        var counts = Enumerable.Repeat(1, 31).ToArray();
        new MahalanobisRule(values, 0.001).LeaveOut([.. Enumerable.Range(0, 31)], counts);
        Assert.Equal(30, counts.Sum());
        Assert.Equal(0, counts[30]);
    }
}
