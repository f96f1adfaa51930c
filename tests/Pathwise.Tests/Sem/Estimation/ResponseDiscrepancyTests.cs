using Pathwise.Numerics;
using Pathwise.Sem.Estimation;
using Pathwise.Tests.Sem.Parity;
using Xunit;

namespace Pathwise.Tests.Sem.Estimation;

public sealed class ResponseDiscrepancyTests
{
    [Theory]
    [InlineData("s04_mixed/wlsmv")]
    [InlineData("s06_mediation/wls")]
    [InlineData("s02_sparse5/ulsmv")]
    [InlineData("s05_groups_thresholds/we_theta")]
    public void Gradient_AwayFromTheMinimum_IsThatOfDifferences(string id)
    {
        var fit = OrdinalCase.Read(id).Fit();
        var objective = fit.Objective();
        double[] point = [.. fit.Values.Select((value, k) => value + (0.05 * Math.Sin(k + 1)))];
        var gradient = new double[point.Length];
        objective.Gradient(point, gradient);
        for (var k = 0; k < point.Length; k++)
        {
            var (slope, width) = (0.0, CentralDifference.Width(point[k], 1));
            CentralDifference.Walk(point, k, width, weight => slope += weight * objective.Value(point) / width);
            Oracle.Near(slope, gradient[k], 1e-6);
        }
    }

    [Fact]
    public void Value_AtTheMinimum_IsTheChiSquareOverItsMultiplier()
    {
        var fit = OrdinalCase.Read("s06_mediation/wls").Fit();
        Assert.Equal(fit.Discrepancy, fit.Objective().Value([.. fit.Values]));
        Assert.Equal(fit.CaseCount - 1, fit.Multiplier);
    }
}
