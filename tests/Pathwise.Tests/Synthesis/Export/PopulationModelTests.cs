using Pathwise.Numerics;
using Pathwise.Synthesis.Export;
using Xunit;

namespace Pathwise.Tests.Synthesis.Export;

public sealed class PopulationModelTests
{
    private static readonly PopulationItem[] Items = [new("a", "f", 0.9, 4, 0.8), new("b", "g", 0.9, 4, 0.8)];

    [Fact]
    public void Draw_ManyCases_HaveThePopulationsMomentsButForRounding()
    {
        PopulationFactor[] factors = [new("f"), new("g") { From = new Dictionary<string, double> { ["f"] = 0.5 } }];
        var answers = new PopulationModel(20_000, 1, 7, factors, Items).Draw(RandomStream.For(1, 0));
        var a = Enumerable.Range(0, 20_000).Select(i => (double)answers[i, 0]).ToArray();
        var b = Enumerable.Range(0, 20_000).Select(i => (double)answers[i, 1]).ToArray();
        Assert.Equal(4, a.Average(), 1);
        // Rounding adds a variance of about 1/12 to each item.
        Assert.Equal(0.64 + (1.0 / 12), a.Average(x => (x - 4) * (x - 4)), 1);
        Assert.Equal(0.64 * 0.81 * 0.5, a.Zip(b, (x, y) => (x - 4) * (y - 4)).Average(), 1);
    }

    [Fact]
    public void Draw_CausesThatExplainMoreThanAll_AreRefused()
    {
        PopulationFactor[] factors = [new("f"), new("g") { From = new Dictionary<string, double> { ["f"] = 1.1 } }];
        var mistake = Assert.Throws<InputException>(() => new PopulationModel(5, 1, 7, factors, Items).Draw(RandomStream.For(1, 0)));
        Assert.Contains("explain 1.21 of a variance of 1", mistake.Message);
    }

    [Fact]
    public void Draw_UnknownOrLaterFactor_IsRefused()
    {
        var later = new PopulationModel(5, 1, 7, [new("f") { From = new Dictionary<string, double> { ["g"] = 0.1 } }, new("g")], Items);
        Assert.Contains("'g' is a cause before", Assert.Throws<InputException>(() => later.Draw(RandomStream.For(1, 0))).Message);
        var unknown = new PopulationModel(5, 1, 7, [new("f")], Items);
        Assert.Contains("no factor 'g'", Assert.Throws<InputException>(() => unknown.Draw(RandomStream.For(1, 0))).Message);
    }
}
