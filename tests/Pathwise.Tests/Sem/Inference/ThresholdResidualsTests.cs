using Pathwise.Sem.Estimation;
using Pathwise.Sem.Inference;
using Pathwise.Sem.Specification;
using Pathwise.Tables;
using Xunit;

namespace Pathwise.Tests.Sem.Inference;

public sealed class ThresholdResidualsTests
{
    // Of a threshold that is fixed the model leaves the sample's, less the number; its error is that of the sample's where nothing else moves with it.
    [Fact]
    public void Of_AFixedThreshold_IsTheSamplesLessTheNumber()
    {
        var fit = ModelSpecification.Parse("F =~ o1 + o2 + o3\no1 | 0.25*t1 + t2").Fit(
            DataTable.Read(Repository.Fixture("lavaan", "ordinal", "s04_mixed", "data.csv")), new() { Estimator = Estimator.ULSMV }, new() { Ordered = ["all"] });
        var rows = ThresholdResiduals.Of(fit, 1).ToArray();
        var responses = fit.Sample[0].Responses!;
        Oracle.Near(responses.Thresholds[0]![0] - 0.25, rows[0].Raw, 1e-10);
        Oracle.Near(rows[0].Raw!.Value / Math.Sqrt(responses.Asymptotic[0] / fit.CaseCount), rows[0].Normalized, 1e-10);
        Oracle.Near(rows[0].Normalized!.Value, rows[0].Standardized, 1e-8);
        Assert.Equal(("o1", Operator.Threshold, "t2"), (rows[1].Lhs, rows[1].Operator, rows[1].Rhs));
        Assert.Equal(0, rows[1].Raw!.Value, 1e-8);
        Assert.Null(rows[1].Standardized);
    }
}
