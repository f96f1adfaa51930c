using Pathwise.Sem.Estimation;
using Pathwise.Sem.Evaluation;
using Pathwise.Sem.Influence;
using Pathwise.Sem.Specification;
using Pathwise.Tables;
using Xunit;

namespace Pathwise.Tests.Sem.Influence;

public sealed class ChangeOfFitTests
{
    public static TheoryData<string, string, bool> Models => new()
    {
        { "exogenous moments held", "m ~ x\ny ~ m", true },
        { "exogenous moments free", "m ~ x\ny ~ m", false },
        { "means", "m ~ x\ny ~ m\ny ~ 1", true },
        { "two exogenous variables", "y ~ m + x", true },
    };

    [Theory]
    [MemberData(nameof(Models))]
    public void Of_AnyBaseline_HasTheMeasuresOfAnyFit(string name, string syntax, bool fixedX)
    {
        var table = ModelSpecification.Parse(syntax).Table(new ModelOptions { FixedX = fixedX });
        foreach (var likelihood in Enum.GetValues<Likelihood>())
        {
            var fit = table.Fit(SmallMediation.Of(30, 5).Fit(SmallMediation.Full).Sample[0], new EstimationOptions { Likelihood = likelihood });
            AssertSame(fit, name);
        }
    }

    [Fact]
    public void Of_OtherEstimators_AskTheirOwnBaseline()
    {
        var data = DataTable.Read(Repository.Path("data", "examples", "political-democracy.csv"));
        var model = ModelSpecification.Read(Repository.Path("data", "examples", "political-democracy.lav"));
        foreach (var estimator in EstimationMethods.All.Select(method => method.Estimator))
            AssertSame(model.Fit(data, new EstimationOptions { Estimator = estimator }), $"{estimator}");
    }

    private static void AssertSame(FitResult fit, string name)
    {
        var (found, expected) = (new ChangeOfFit(fit).All, fit.Indices());
        foreach (var (one, other) in new[] { (expected.Rmsea, found.Rmsea), (expected.Cfi, found.Cfi), (expected.Tli, found.Tli), (expected.Srmr, found.Srmr) })
        {
            Assert.True(one is null == other is null, name);
            if (one is { } value)
                Oracle.Near(value, other, 1e-7);
        }
    }
}
