using Pathwise.Sem.Estimation;
using Pathwise.Tests.Sem.Parity;
using Xunit;

namespace Pathwise.Tests.Sem.Estimation;

public sealed class ObjectiveTests
{
    public static TheoryData<string> Cases =>
        ["cfa", "cfa_wishart", "cfa_gls_means", "cfa_uls", "poldem", "path_means", "second_order", "mimic", "loop", "growth_predictor", "scalar", "metric_gls", "fiml", "fiml_metric", "fiml_path"];

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
