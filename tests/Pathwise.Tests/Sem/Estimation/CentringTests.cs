using Pathwise.Sem.Estimation;
using Pathwise.Sem.Evaluation;
using Pathwise.Sem.Inference;
using Pathwise.Sem.Intervals;
using Pathwise.Sem.Specification;
using Pathwise.Tables;
using Xunit;

namespace Pathwise.Tests.Sem.Estimation;

/// <summary>
/// A constant added to a variable changes intercepts alone. Whole numbers are added to values of six binary digits after the point, so that
/// nothing is rounded and the fit without the constant is the oracle.
/// </summary>
public sealed class CentringTests
{
    private static readonly string[] Shifted = ["x1", "x3", "x5"];

    public static TheoryData<string, double, string> Models()
    {
        var data = new TheoryData<string, double, string>();
        foreach (var model in new[] { "x1 ~ x2 + x3\nx4 ~ x1 + x3", "f =~ x1 + x2 + x4\nx3 ~ f + x5\nf ~ x6 + x5" })
        {
            foreach (var power in new[] { 12, 20, 30, 40 })
            {
                foreach (var estimator in new[] { "ML", "MLR", "FIML" })
                    data.Add(model, Math.Pow(2, power), estimator);
            }
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Models))]
    public void Fit_ConstantAdded_ChangesInterceptsAlone(string model, double added, string estimator)
    {
        var (usual, fit) = (Fit(model, 0, estimator), Fit(model, added, estimator));
        Assert.True(fit.HasConverged);
        Assert.Equal(usual.Warnings.Select(warning => warning.Code), fit.Warnings.Select(warning => warning.Code).Where(code => code != "digits-lost"));
        Oracle.Near(usual.Test().Value!.Value, fit.Test().Value, 1e-6);
        Oracle.Near(usual.Indices().Incremental.Cfi!.Value, fit.Indices().Incremental.Cfi, 1e-6);
        foreach (var (one, two) in usual.Estimates().Zip(fit.Estimates()).Where(pair => pair.First.Operator != Operator.Intercept))
        {
            Oracle.Near(one.Value, two.Value, 1e-6);
            Assert.Equal(one.StandardError is null, two.StandardError is null);
            Oracle.Near(one.StandardError ?? 0, two.StandardError ?? 0, 1e-5);
        }

        Oracle.Near([.. usual.Standardized().Where(IsNoIntercept).Select(row => row.StandardError ?? 0)], [.. fit.Standardized().Where(IsNoIntercept).Select(row => row.StandardError ?? 0)], 1e-5);
        Oracle.Near([.. usual.EstimateEffects().Select(effect => effect.StandardError ?? 0)], [.. fit.EstimateEffects().Select(effect => effect.StandardError ?? 0)], 1e-5);
    }

    [Fact]
    public void Fit_ConstantAdded_MovesTheInterceptAsTheRegressionSays()
    {
        const string Model = "x1 ~ x2 + x3";
        var (usual, fit) = (Fit(Model, 0, "ML"), Fit(Model, 1 << 20, "ML"));
        var (before, after) = (Intercept(usual), Intercept(fit));
        var slope = usual.Estimates().Single(row => row.Operator == Operator.Regression && row.Rhs == "x3");

        // y + c = a + c - b c + b (x + c).
        Oracle.Near(before.Value + ((1 << 20) * (1 - slope.Value)), after.Value, 1e-9);
        Oracle.Near((1 << 20) * slope.StandardError!.Value, after.StandardError, 1e-4);
    }

    [Fact]
    public void Fit_FixedIntercept_IsLeftAsItIs()
    {
        var fit = Fit("x1 ~ x2 + x3\nx1 ~ 0*1", 1 << 20, "ML");
        Assert.Null(fit.Centred);
    }

    private static bool IsNoIntercept(StandardizedEstimate row) => row.Parameter.Operator != Operator.Intercept;

    private static Estimate Intercept(FitResult fit) => fit.Estimates().Single(row => row.Operator == Operator.Intercept && row.Lhs == "x1");

    private static FitResult Fit(string model, double added, string estimator)
    {
        var data = Edges.Data("blocks");
        foreach (var name in data.Names)
            data = data.With(name, [.. data.Numbers(name).Select(value => (Math.Round(value * 64) / 64) + (Shifted.Contains(name) ? added : 0))]);
        var options = new EstimationOptions { Estimator = estimator == "MLR" ? Estimator.MLR : Estimator.ML, Missing = estimator == "FIML" ? MissingData.Fiml : MissingData.Listwise };
        return ModelSpecification.Parse(model).Fit(data, options, new ModelOptions { MeanStructure = true });
    }
}
