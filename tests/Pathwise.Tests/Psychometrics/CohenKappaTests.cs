using Pathwise.Psychometrics;
using Pathwise.Tables;
using Pathwise.Tests.Auditing;
using Xunit;

namespace Pathwise.Tests.Psychometrics;

public sealed class CohenKappaTests
{
    [Theory]
    [InlineData(KappaWeights.None)]
    [InlineData(KappaWeights.Linear)]
    [InlineData(KappaWeights.Quadratic)]
    public void Kappa_AgreesWithPsychAndVcd(KappaWeights weights)
    {
        var expected = DataTable.Read(Repository.Fixture("psych", "kappa.csv"));
        var row = expected.Texts("weights").ToList().IndexOf(weights.ToString());
        var kappa = DataTable.Read(Repository.Fixture("psych", "kappa-codes.csv")).CohenKappa("first", "second", weights);

        // Sums of a few products: no more than rounding apart.
        Assert.Equal(expected.Numbers("kappa")[row], kappa.Kappa!.Value, 1e-12);
        Assert.Equal(expected.Numbers("error")[row], kappa.StandardError!.Value, 1e-12);
        Assert.Equal(kappa.Kappa.Value - (1.959963984540054 * kappa.StandardError.Value), kappa.Interval!.Value.Lower, 1e-12);
    }

    [Fact]
    public void Kappa_TwoByTwo_IsTheHandValue()
    {
        // 20 yes-yes, 5 yes-no, 10 no-yes, 15 no-no: observed .70, expected .50.
        var codes = Repeated(("yes", "yes", 20), ("yes", "no", 5), ("no", "yes", 10), ("no", "no", 15));
        var kappa = Table(codes).CohenKappa("a", "b");
        Assert.Equal(.40, kappa.Kappa!.Value, 1e-12);
        Assert.Equal(["no", "yes"], kappa.Categories);
        Assert.Equal(50, kappa.Count);
    }

    [Fact]
    public void Kappa_OneCategory_IsUndefined()
    {
        var kappa = Table("a,a\na,a\n").CohenKappa("a", "b");
        Assert.Equal((null, null, null), (kappa.Kappa, kappa.StandardError, kappa.Interval));
        Assert.Equal(1, kappa.Observed);
    }

    [Fact]
    public void Kappa_WithAnOrder_UsesIt()
    {
        var codes = Repeated(("low", "low", 5), ("low", "mid", 3), ("mid", "high", 2), ("high", "high", 6));
        var ordered = Table(codes).CohenKappa("a", "b", KappaWeights.Linear, ["low", "mid", "high"]);
        var alphabetical = Table(codes).CohenKappa("a", "b", KappaWeights.Linear);
        Assert.True(ordered.Kappa > alphabetical.Kappa);
        Assert.Contains("'high' is not among", Mistake(() => Table(codes).CohenKappa("a", "b", order: ["low", "mid"])), StringComparison.Ordinal);
        Assert.Contains("agreement needs units", Mistake(() => Table("a,\n,b\n").CohenKappa("a", "b")), StringComparison.Ordinal);
    }

    private static string Mistake(Action action) => Assert.Throws<InputException>(action).Message;

    private static string Repeated(params (string First, string Second, int Count)[] cells) =>
        string.Concat(cells.SelectMany(cell => Enumerable.Repeat($"{cell.First},{cell.Second}\n", cell.Count)));

    private static DataTable Table(string rows)
    {
        using var folder = new StatisticsFolder();
        return DataTable.Read(folder.Write("codes.csv", "a,b\n" + rows));
    }

    [Theory]
    [InlineData("1.0", "2.0", "3.0")]
    [InlineData("01", "2", "3.00")]
    [InlineData("1", "2", "3")]
    public void Kappa_OneNumberInTwoSpellings_IsOneCode(string one, string two, string three)
    {
        // psych::cohen.kappa gives .7083333 for the codes as numbers.
        var table = Table($"1,{one}\n1,{one}\n1,{one}\n2,{two}\n1,\n3,{three}\n3,{two}\n2,{two}\n");
        var plain = Table("1,1\n1,1\n1,1\n2,2\n1,\n3,3\n3,2\n2,2\n");
        Assert.Equal(plain.CohenKappa("a", "b").Kappa, table.CohenKappa("a", "b").Kappa);
        Assert.Equal(plain.CohenKappa("a", "b", order: ["3", "2", "1"]).Kappa, table.CohenKappa("a", "b", order: ["3.0", "2", "1"]).Kappa);
        foreach (var level in Enum.GetValues<MeasurementLevel>())
            Assert.Equal(plain.KrippendorffAlpha(["a", "b"], level).Alpha, table.KrippendorffAlpha(["a", "b"], level).Alpha);
        Assert.Equal(["1", "2", "3"], table.CohenKappa("a", "b").Categories);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(95)]
    [InlineData(double.NaN)]
    public void Kappa_ALevelThatIsNoShare_IsRefused(double level) =>
        Assert.Contains("between 0 and 1", Mistake(() => Table("a,a\nb,b\n").CohenKappa("a", "b", level: level)), StringComparison.Ordinal);
}
