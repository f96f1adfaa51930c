using Pathwise.Psychometrics;
using Xunit;

namespace Pathwise.Tests.Psychometrics;

public sealed class AveragePartialTests
{
    private static readonly Oracle R = Oracle.Read("psych", "items.json");

    [Fact]
    public void MinimumAveragePartial_NineItems_IsThatOfPsychAndOfRegressionsOnComponents()
    {
        var partial = Holzinger.Table.MinimumAveragePartial(Holzinger.Items);
        Oracle.Near(R["map"]["squared"].Numbers, [.. partial.Steps.Select(step => step.Squared)], 1e-9);
        Oracle.Near(R["map"]["fourth"].Numbers, [.. partial.Steps.Select(step => step.FourthPower)], 1e-9);
        Assert.Equal(Least(R["map"]["squared"].Numbers), partial.CountBySquares);
        Assert.Equal(Least(R["map"]["fourth"].Numbers), partial.CountByFourthPowers);
    }

    [Fact]
    public void MinimumAveragePartial_OneItem_IsRefused() =>
        Assert.Contains("at least two", Assert.Throws<InputException>(() => Holzinger.Table.MinimumAveragePartial(["x1"])).Message, StringComparison.Ordinal);

    private static int Least(double[] values) => Array.IndexOf(values, values.Min());
}
