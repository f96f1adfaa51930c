using Pathwise.Numerics;
using Pathwise.Synthesis;
using Xunit;

namespace Pathwise.Tests.Synthesis;

public sealed class CandidateGeneratorTests
{
    [Fact]
    public void Draw_Candidates_AreNearTheTargetsBeforeAnyRepair()
    {
        var plan = StudyAnswers.Plan();
        var sheets = Enumerable.Range(0, 6).Select(i => new CandidateGenerator(plan).Draw(RandomStream.For(2, i))).OfType<AnswerSheet>().ToArray();
        Assert.True(sheets.Length >= 4);
        foreach (var sheet in sheets)
        {
            var reading = new Reading(plan);
            Assert.True(reading.Fit(sheet, null));
            Assert.InRange(reading.ChiSquare(0), 120, 240);
            Assert.InRange(reading.Baseline, 740, 950);
        }
    }

    [Fact]
    public void Shape_BeforeRounding_HasThePrintedEffectsAndChiSquare()
    {
        var plan = StudyAnswers.Plan();
        var p = plan.Items;
        var population = new Population(plan);
        var covariance = new double[p * p];
        var theta = population.Solve([.. population.Loadings.Select(row => row.Lhs == "performance" ? 0.7 : 0.76)], [.. Enumerable.Repeat(2.0, p)], covariance);
        Assert.NotNull(theta);
        var stream = RandomStream.For(5, 0);
        var residual = new double[p * p];
        for (var j = 0; j < p; j++)
        {
            for (var k = 0; k <= j; k++)
                residual[(j * p) + k] = residual[(k * p) + j] = 0.1 * stream.NextNormal();
        }

        var shape = new ResidualShape(plan).Apply(covariance, theta, residual);
        Assert.NotNull(shape);
        var reading = new Reading(plan);
        shape.CopyTo(reading.Covariance, 0);
        Assert.True(reading.Fit(null));
        Assert.Equal(169.04, reading.ChiSquare(0), 1e-4);
        Assert.Equal(3.19, reading.ChiSquare(0) - reading.ChiSquare(1), 0.4);
        Assert.Equal(0.504, reading.Solutions[0].Total(plan.Structural("collaboration"), plan.Structural("alignment")), 2e-3);
    }
}
