using Pathwise.Sem.Estimation;
using Pathwise.Sem.Inference;
using Pathwise.Tests.Sem.Parity;
using Xunit;

namespace Pathwise.Tests.Sem.Inference;

public sealed class StandardizedSlopesTests
{
    public static IEnumerable<TheoryDataRow<string>> Cases => LavaanCase.All.Where(id => id != "wheaton").Select(id => new TheoryDataRow<string>(id));

    // Four-point differences of the standardized values.
    [Theory]
    [MemberData(nameof(Cases))]
    public void Gradients_OfEveryRow_AreDifferencesOfTheValues(string id)
    {
        var fit = LavaanCase.Read(id).Fit();
        foreach (var all in new[] { false, true })
        {
            var standardization = new Standardization(fit);
            var values = standardization.Values([.. fit.Values], all);
            var gradients = new StandardizedSlopes(fit, all).Gradients(values);
            for (var k = 0; k < fit.Values.Count; k++)
            {
                var differences = Differences(standardization, [.. fit.Values], k, all);
                for (var i = 0; i < values.Length; i++)
                {
                    if (values[i] is not null && gradients[i] is { } gradient && double.IsFinite(differences[i]))
                        Assert.True(Math.Abs(differences[i] - gradient[k]) < 1e-5 * Math.Max(1, Math.Abs(differences[i])), $"{fit.Table.Rows[i].Lhs} {fit.Table.Rows[i].Operator} {fit.Table.Rows[i].Rhs} by {k}: {gradient[k]}, {differences[i]}");
                }
            }
        }
    }

    private static double[] Differences(Standardization standardization, double[] free, int k, bool all)
    {
        double[] steps = [-2, -1, 1, 2], weights = [1, -8, 8, -1];
        var h = 1e-4 * Math.Max(Math.Abs(free[k]), 0.1);
        double[]? sum = null;
        for (var s = 0; s < 4; s++)
        {
            var point = (double[])free.Clone();
            point[k] += steps[s] * h;
            var values = standardization.Values(point, all);
            sum ??= new double[values.Length];
            for (var i = 0; i < values.Length; i++)
                sum[i] += weights[s] * (values[i] ?? double.NaN) / (12 * h);
        }

        return sum!;
    }
}
