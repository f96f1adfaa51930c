using Pathwise.Sem.Estimation;
using Pathwise.Sem.Resampling;
using Pathwise.Sem.Specification;
using Pathwise.Tables;
using Xunit;

namespace Pathwise.Tests.Sem.Resampling;

public sealed class HeldThresholdsTests
{
    private static readonly DataTable Data = DataTable.Read(Repository.Fixture("lavaan", "ordinal", "s02_sparse5", "data.csv"));

    [Theory]
    [InlineData("", false)]
    [InlineData("\na1 | 0*t2", true)]
    [InlineData("\na1 | t*t2\na2 | t*t2", true)]
    [InlineData("\na3 | 0*t2", false)]
    public void AreLost_WithoutACategoryOfTheFirstVariable_WhereSomethingElseIsInItsThresholds(string held, bool expected)
    {
        var fit = ModelSpecification.Parse($"F =~ a1 + a2 + a3{held}").Fit(Data, new() { Estimator = Estimator.WLSMV }, new() { Ordered = ["all"] });
        var cases = fit.Sample[0].Cases!;
        var lowest = cases.Column(0).Min();
        double[] left = [.. cases.EnumerateRows().Where(row => row[0] > lowest).SelectMany(row => row)];
        var thresholds = HeldThresholds.Of(fit.Table);
        Assert.Equal(expected, thresholds.AreLost(left, 3, fit.Sample[0].Responses!));
        Assert.False(thresholds.AreLost(cases.ToRowMajorArray(), 3, fit.Sample[0].Responses!));
    }
}
