using Pathwise.Sem.Estimation;
using Pathwise.Tests.Sem.Parity;
using Xunit;

namespace Pathwise.Tests.Sem.Estimation;

public sealed class ObjectiveTests
{
    public static TheoryData<string> Cases =>
        ["cfa", "cfa_wishart", "cfa_gls_means", "cfa_uls", "poldem", "path_means", "second_order", "mimic", "loop", "growth_predictor", "scalar", "metric_gls", "fiml", "fiml_metric", "fiml_path", "panel_groups_equal", "outcomes"];

    [Theory]
    [MemberData(nameof(Cases))]
    public void Gradient_AwayFromTheMinimum_AgreesWithCentralDifferences(string id)
    {
        var fit = LavaanCase.Read(id).Fit();
        var objective = fit.Objective();
        double[] point = [.. fit.Values.Select((value, k) => value + (0.02 * Math.Sin(k + 1) * Math.Max(Math.Abs(value), 0.1)))];
        var gradient = new double[point.Length];
        objective.Gradient(point, gradient);
        for (var k = 0; k < point.Length; k++)
        {
            var h = 1e-4 * Math.Max(Math.Abs(point[k]), 0.1);
            double At(double steps) => objective.Value([.. point.Select((value, i) => i == k ? value + (steps * h) : value)]);
            var difference = (At(-2) - (8 * At(-1)) + (8 * At(1)) - At(2)) / (12 * h);
            Oracle.Near(difference, gradient[k], 1e-6);
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void ObservedInformation_AwayFromTheMinimum_AgreesWithDifferencesOfTheGradient(string id)
    {
        var fit = LavaanCase.Read(id).Fit();
        var objective = fit.Objective();
        var t = fit.Values.Count;
        double[] point = [.. fit.Values.Select((value, k) => value + (0.02 * Math.Sin(k + 1) * Math.Max(Math.Abs(value), 0.1)))];
        var hessian = objective.ObservedInformation(point);
        for (var k = 0; k < t; k++)
        {
            var h = 1e-4 * Math.Max(Math.Abs(point[k]), 0.1);
            double[] At(double steps)
            {
                var gradient = new double[t];
                objective.Gradient([.. point.Select((value, i) => i == k ? value + (steps * h) : value)], gradient);
                return gradient;
            }

            var (a, b, c, d) = (At(-2), At(-1), At(1), At(2));
            for (var i = 0; i < t; i++)
                Oracle.Near((a[i] - (8 * b[i]) + (8 * c[i]) - d[i]) / (24 * h), hessian[(k * t) + i], 1e-6);
        }
    }

    [Fact]
    public void Information_OfASaturatedModel_IsTheObservedOne()
    {
        var fit = LavaanCase.Read("loop").Fit();
        var objective = fit.Objective();
        var (expected, observed) = (objective.Information(), objective.ObservedInformation([.. fit.Values]));
        for (var i = 0; i < expected.Length; i++)
            Oracle.Near(expected[i], observed[i], 1e-7);
    }
}
