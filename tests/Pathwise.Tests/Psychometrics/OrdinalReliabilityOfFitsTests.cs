using System.Text.Json;
using Pathwise.Psychometrics;
using Pathwise.Sem.Estimation;
using Pathwise.Sem.Specification;
using Pathwise.Tables;
using Pathwise.Tests.Sem.Parity;
using Xunit;

namespace Pathwise.Tests.Psychometrics;

public sealed class OrdinalReliabilityOfFitsTests
{
    [Fact]
    public void OrdinalReliabilities_OfAFitByWlsmv_AreSemTools()
    {
        var fit = OrdinalCase.Read("s03_study92/wlsmv").Fit();
        var (rows, factors) = (fit.OrdinalReliabilities(), ConvergentValidity.OfResponses(fit, null));
        Assert.Equal(["collaboration", "alignment", "conflict", "internal", "market"], rows.Select(row => row.Scale));
        Assert.All(JsonDocument.Parse(File.ReadAllText(Repository.Fixture("lavaan", "estimators", "expected.json"))).RootElement.GetProperty("by_fit").EnumerateArray(), expected =>
        {
            var row = rows.Single(each => each.Scale == expected.GetProperty("factor").GetString());
            Assert.Equal(expected.GetProperty("categorical").GetDouble(), row.CategoricalOmega!.Value, 1e-5);
            Assert.Equal(expected.GetProperty("ordinal").GetDouble(), row.OrdinalAlpha!.Value, 1e-5);
            Assert.Equal(expected.GetProperty("ave").GetDouble(), factors.Single(each => each.Factor == row.Scale).AverageVarianceExtracted!.Value, 1e-5);
        });
    }

    [Fact]
    public void OrdinalReliabilities_WithAContinuousIndicator_LeaveItsFactorOut() => Assert.Empty(OrdinalCase.Read("s04_mixed/wlsmv").Fit().OrdinalReliabilities());

    [Fact]
    public void OrdinalReliabilities_OfNumbersOrOfAGroupThatIsNotNamed_AreRefused()
    {
        var numbers = ModelSpecification.Read(Repository.Fixture("lavaan", "ordinal", "s03_study92", "model.lav")).Fit(DataTable.Read(Repository.Fixture("lavaan", "ordinal", "s03_study92", "data.csv")));
        Assert.Contains("no ordered variables", Assert.Throws<InputException>(() => numbers.OrdinalReliabilities()).Message, StringComparison.Ordinal);
        var groups = OrdinalCase.Read(OrdinalCase.All.First(id => id.StartsWith("s05", StringComparison.Ordinal))).Fit();
        Assert.Contains("must be named", Assert.Throws<InputException>(() => groups.OrdinalReliabilities()).Message, StringComparison.Ordinal);
        Assert.Equal(2, groups.OrdinalReliabilities("east").Count);
    }
}
