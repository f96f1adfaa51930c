using Pathwise.Psychometrics;
using Pathwise.Surveys;
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
}
