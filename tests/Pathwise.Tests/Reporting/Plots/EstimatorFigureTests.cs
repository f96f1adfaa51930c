using Pathwise.Reporting.Figures;
using Pathwise.Reporting.Plots;
using Pathwise.Sem.Estimation;
using Pathwise.Sem.Specification;
using Pathwise.Studies;
using Pathwise.Tables;
using Xunit;

namespace Pathwise.Tests.Reporting.Plots;

public sealed class EstimatorFigureTests
{
    [Fact]
    public void Draw_TwoEstimators_HasALineOfEachForEachDirectAndIndirectEffect()
    {
        var compared = EstimatorComparison.Of(
            ModelSpecification.Read(Repository.Fixture("lavaan", "ordinal", "s03_study92", "model.lav")),
            DataTable.Read(Repository.Fixture("lavaan", "ordinal", "s03_study92", "data.csv")), Estimator.ML, Estimator.WLSMV);
        var figure = compared.Draw();
        var points = figure.Marks.OfType<PointMarks>().ToList();
        Assert.Equal(["ML", "WLSMV"], points.Select(mark => mark.Name));
        Assert.All(points, mark => Assert.Equal(6, mark.X.Count));
        Assert.Contains("collaboration → alignment → performance 0.45", figure.AlternativeText, StringComparison.Ordinal);
    }
}
