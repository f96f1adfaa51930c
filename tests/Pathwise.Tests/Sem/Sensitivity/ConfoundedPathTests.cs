using Pathwise.Sem.Sensitivity;
using Xunit;

namespace Pathwise.Tests.Sem.Sensitivity;

public sealed class ConfoundedPathTests
{
    // The estimates of sensemakr's documented example adjusted for a confounder once, twice and three times as strong as female.
    private static readonly ConfoundedPath Darfur = new()
    {
        Path = "directlyharmed -> peacefactor", Estimate = 0.09731582, Ratio = 0.02325654 * Math.Sqrt(783), PartialR2 = 0.02187309, Rest = 0, Slope = 1,
    };

    [Theory]
    [InlineData(0.00916428667504862, 0.12464092303637, 0.0752202698486415)]
    [InlineData(0.0183285733500972, 0.249324064199975, 0.0529151689180575)]
    [InlineData(0.0274928600251459, 0.374050471038094, 0.0303960178770157)]
    public void Coefficient_OfTheDocumentedExampleOfSensemakr_IsItsAdjustedEstimate(double cause, double outcome, double adjusted)
    {
        Oracle.Near(adjusted, Darfur.Coefficient(cause, outcome), 1e-9);
        Oracle.Near(-adjusted, (Darfur with { Estimate = -Darfur.Estimate }).Coefficient(cause, outcome), 1e-9);
    }

    [Fact]
    public void Contour_OfZero_GoesThroughTheRobustnessValueAndMakesTheEffectZero()
    {
        var value = RobustnessValue.Of(Darfur.PartialR2);
        Oracle.Near(value, Darfur.Contour(0, value), 1e-6);
        foreach (var share in new[] { 0.05, 0.3, 0.8 })
            Oracle.Near(0.02, Darfur.Indirect(share, Darfur.Contour(0.02, share)), 1e-12);
        Assert.True(double.IsNaN(Darfur.Contour(0.2, 0.5)));
    }

    [Fact]
    public void Times_TheStrengthOfABenchmark_MakesThePathZero()
    {
        var (cause, outcome) = (0.009, 0.12);
        var times = Darfur.Times(cause, outcome);
        Oracle.Near(0, Darfur.Coefficient(times * cause, times * outcome), 1e-7);
    }
}
