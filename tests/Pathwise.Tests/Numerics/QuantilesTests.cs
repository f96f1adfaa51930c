using System.Globalization;
using Pathwise.Numerics;
using Xunit;

namespace Pathwise.Tests.Numerics;

public sealed class QuantilesTests
{
    [Fact]
    public void Quantiles_AgainstR_Agree()
    {
        var rows = File.ReadLines(Repository.Fixture("r", "quantiles.csv")).Select(line => line.Split(',')).ToList();
        var values = rows[0].Skip(1).Select(Number).ToArray();
        Assert.All(rows.Skip(1), row => Assert.Equal(
            Number(row[2]),
            row[0] == "type7" ? Quantiles.Type7(values, Number(row[1])) : Quantiles.NormalScale(values, Number(row[1])),
            1e-12));
    }

    [Fact]
    public void NormalScale_ProbabilityOfAWholeRank_IsThatOrderStatistic()
    {
        var values = Enumerable.Range(1, 999).Select(i => (double)i).ToArray();
        Assert.Equal(25, Quantiles.NormalScale(values, 0.025));
        Assert.Equal(975, Quantiles.NormalScale(values, 0.975));
    }

    [Fact]
    public void Type7_NoValues_IsRefused() => Assert.Throws<ArgumentException>(() => Quantiles.Type7([], 0.5));

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
