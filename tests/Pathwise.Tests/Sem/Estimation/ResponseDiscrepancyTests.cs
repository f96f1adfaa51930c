using MathNet.Numerics.LinearAlgebra;
using Pathwise.Numerics;
using Pathwise.Sem.Estimation;
using Pathwise.Sem.Moments;
using Pathwise.Sem.Specification;
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

    // A ridge a (R + aI) goes into the residual variances and nowhere else (docs/ordinal.md).
    [Fact]
    public void Fit_CorrelationsWithARidge_HasTheSameLoadings()
    {
        const string Model = "F =~ a1 + a2 + a3 + a4\nG =~ b1 + b2 + b3 + b4";
        var ordered = OrdinalCase.Read("s02_sparse5/ulsmv").Fit();
        FitResult Ridged(double a) => ModelSpecification.Parse(Model).Fit(
            SampleMoments.OfCovariance(ordered.Sample[0].Names, ordered.Sample[0].Covariance + (a * Matrix<double>.Build.DenseIdentity(8)), ordered.CaseCount), new() { Estimator = Estimator.ULS });
        var (without, with) = (Ridged(0), Ridged(0.2));
        for (var k = 0; k < without.Values.Count; k++)
        {
            var row = without.Table.Rows.Single(each => each.Free == k + 1);
            var isResidual = row.Operator == Operator.Covariance && row.Lhs == row.Rhs && without.Table.ObservedVariables.Contains(row.Lhs);
            Oracle.Near(without.Values[k] + (isResidual ? 0.2 : 0), with.Values[k], 1e-6);
            if (row.Operator == Operator.Loading)
                Oracle.Near(ordered.Values[ordered.Table.Rows.Single(each => each.Lhs == row.Lhs && each.Operator == row.Operator && each.Rhs == row.Rhs).Free - 1], with.Values[k], 1e-6);
        }
    }
}
