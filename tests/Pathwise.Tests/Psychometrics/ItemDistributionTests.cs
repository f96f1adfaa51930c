using Pathwise.Psychometrics;
using Pathwise.Tables;
using Xunit;

namespace Pathwise.Tests.Psychometrics;

public sealed class ItemDistributionTests
{
    private static readonly Oracle Psych = Oracle.Read("psych", "items.json")["describe"];

    [Theory]
    [InlineData(SkewnessType.Moments, "type1")]
    [InlineData(SkewnessType.Unbiased, "type2")]
    [InlineData(SkewnessType.Sample, "type3")]
    public void ItemDistributions_NineItems_AreThoseOfPsych(SkewnessType type, string name)
    {
        var rows = Holzinger.Table.ItemDistributions(Holzinger.Items, type);
        Oracle.Near(Psych[name]["skew"].Numbers, [.. rows.Select(row => row.Skewness!.Value)], 1e-10);
        Oracle.Near(Psych[name]["kurtosis"].Numbers, [.. rows.Select(row => row.Kurtosis!.Value)], 1e-10);
        Oracle.Near(Psych["mean"].Numbers, [.. rows.Select(row => row.Mean)], 1e-12);
        Oracle.Near(Psych["sd"].Numbers, [.. rows.Select(row => row.StandardDeviation!.Value)], 1e-12);
        Oracle.Near(Psych["min"].Numbers, [.. rows.Select(row => row.Lowest)], 0);
        Oracle.Near(Psych["max"].Numbers, [.. rows.Select(row => row.Highest)], 0);
    }

    [Fact]
    public void ItemDistributions_MissingAnswers_LeaveOutTheItemAlone()
    {
        var rows = Holzinger.Incomplete.ItemDistributions(Holzinger.Items, SkewnessType.Unbiased);
        Oracle.Near(Psych["incomplete"]["n"].Numbers, [.. rows.Select(row => (double)row.Cases)], 0);
        Oracle.Near(Psych["incomplete"]["skew"].Numbers, [.. rows.Select(row => row.Skewness!.Value)], 1e-10);
        Oracle.Near(Psych["incomplete"]["kurtosis"].Numbers, [.. rows.Select(row => row.Kurtosis!.Value)], 1e-10);
    }

    [Theory]
    [InlineData(SkewnessType.Moments)]
    [InlineData(SkewnessType.Unbiased)]
    [InlineData(SkewnessType.Sample)]
    public void ItemDistributions_AnswersThatAreAllTheSame_HaveNoShape(SkewnessType type)
    {
        var table = DataTable.Of(["a", "b"], new double[,] { { 2.3, 1 }, { 2.3, 2 }, { 2.3, double.NaN } });
        var rows = table.ItemDistributions(["a", "b"], type);
        Assert.Equal((0.0, (double?)null, (double?)null), (rows[0].StandardDeviation!.Value, rows[0].Skewness, rows[0].Kurtosis));
        Assert.Equal(type == SkewnessType.Unbiased, rows[1].Skewness is null);
    }
}
