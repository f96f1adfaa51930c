using Pathwise.Sem.Estimation;
using Pathwise.Sem.Evaluation;
using Pathwise.Sem.Specification;
using Pathwise.Tests.Sem.Estimation;
using Xunit;

namespace Pathwise.Tests.Sem.Evaluation;

public sealed class ResidualFitTests
{
    [Fact]
    public void Crmr_OfOneVariable_IsUndefined()
    {
        var residuals = ModelSpecification.Parse("x1 ~~ x1").Fit(Edges.Data("blocks")).Indices().Residuals;
        Assert.Null(residuals.Crmr);
        Assert.Null(residuals.CrmrNoMean);
        Oracle.Near(0, residuals.Rmr, 1e-12);
        Oracle.Near(0, residuals.SrmrBentler, 1e-12);
    }
}
