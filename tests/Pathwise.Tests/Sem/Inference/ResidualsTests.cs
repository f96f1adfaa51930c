using Pathwise.Sem.Estimation;
using Pathwise.Sem.Inference;
using Pathwise.Sem.Specification;
using Pathwise.Tests.Sem.Parity;
using Xunit;

namespace Pathwise.Tests.Sem.Inference;

/// <summary>What no oracle says of residuals; their numbers are held to lavaan's in the parity tests.</summary>
public sealed class ResidualsTests
{
    [Fact]
    public void CorrelationResiduals_OfMeans_AreInTheSamplesDeviations()
    {
        var fit = LavaanCase.Read("scalar").Fit();
        for (var group = 1; group <= 2; group++)
        {
            var (sample, raw) = (fit.Sample[group - 1], fit.RawResiduals()[group - 1].Means!);
            var own = fit.CorrelationResiduals()[group - 1].Means!;
            for (var i = 0; i < own.Count; i++)
                Oracle.Near(raw[i] / Math.Sqrt(sample.Covariance[i, i]), own[i], 1e-12);
        }
    }

    [Fact]
    public void ResidualsByMoment_OfFixedVariables_DoNotExist()
    {
        var rows = LavaanCase.Read("path_fixed_x").Fit().ResidualsByMoment();
        var fixedOnes = Assert.Single(rows, row => row is { Lhs: "X", Operator: Operator.Covariance, Rhs: "C" } or { Lhs: "C", Operator: Operator.Covariance, Rhs: "X" });
        Assert.Equal(0, fixedOnes.Raw);
        Assert.Null(fixedOnes.Normalized);
        Assert.Null(fixedOnes.Standardized);
    }
}
