using Pathwise.Synthesis;
using Xunit;

namespace Pathwise.Tests.Synthesis;

public sealed class EffectGradientTests
{
    [Fact]
    public void Of_AStandardizedEffect_AgreesWithRefittedDifferences()
    {
        var plan = StudyAnswers.Plan();
        var sheet = StudyAnswers.Sheet(plan);
        var reading = new Reading(plan);
        Assert.True(reading.Fit(sheet, null));
        (int From, int To)[] pairs = [.. plan.Bounds.Select(bound => (bound.From, bound.To)).Distinct()];
        var start = (double[])reading.Thetas[0].Clone();
        var covariance = (double[])reading.Covariance.Clone();
        var gradients = EffectGradient.Of(reading, pairs, [.. pairs.Select(_ => true)]);
        Assert.NotNull(gradients);

        var p = plan.Items;
        foreach (var (j, k) in new[] { (0, 0), (4, 1), (9, 5), (17, 12), (13, 13) })
        {
            const double Step = 1e-4;
            var up = Effects(reading, covariance, start, j, k, Step, pairs);
            var down = Effects(reading, covariance, start, j, k, -Step, pairs);
            for (var i = 0; i < pairs.Length; i++)
            {
                var expected = (up[i] - down[i]) / (2 * Step);
                var actual = gradients[i]![(j * p) + k] * (j == k ? 1 : 2);
                Assert.Equal(expected, actual, 1e-5);
            }
        }
    }

    private static double[] Effects(Reading reading, double[] covariance, double[] start, int j, int k, double step, (int From, int To)[] pairs)
    {
        var p = (int)Math.Sqrt(covariance.Length);
        covariance.CopyTo(reading.Covariance, 0);
        reading.Covariance[(j * p) + k] += step;
        if (j != k)
            reading.Covariance[(k * p) + j] += step;
        Assert.True(reading.FitModel(start));
        return [.. pairs.Select(pair => reading.Solutions[0].Total(pair.From, pair.To))];
    }
}
