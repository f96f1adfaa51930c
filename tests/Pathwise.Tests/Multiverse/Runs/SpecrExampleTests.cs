using System.Globalization;
using Pathwise.Multiverse.Plans;
using Pathwise.Multiverse.Runs;
using Xunit;

namespace Pathwise.Tests.Multiverse.Runs;

/// <summary>The grid of the example in specr's documentation gives what base R's lm gives (tests/fixtures/specr).</summary>
public sealed class SpecrExampleTests
{
    [Theory]
    [InlineData("all")]
    [InlineData("young")]
    [InlineData("middle")]
    [InlineData("old")]
    public void Run_TheGridOfTheExample_GivesTheEstimatesOfLm(string subset)
    {
        var folder = Repository.Fixture("specr");
        var rows = MultiversePlan.Read(Path.Combine(folder, "plan.yaml")).Run(new MultiverseOptions { Data = Path.Combine(folder, $"{subset}.csv") }).Rows;
        var expected = File.ReadLines(Path.Combine(folder, "estimates.csv")).Skip(1).Select(line => line.Split(',')).Where(cells => cells[3] == subset).ToList();
        Assert.Equal(16, expected.Count);
        Assert.Equal(16, rows.Count);
        foreach (var cells in expected)
        {
            var effect = Assert.Single(rows, row => Covariates(row) == cells[2] && row.Claims[0].Effect == $"{cells[0]} -> {cells[1]}").Effects[0];
            double estimate = Number(cells[5]), error = Number(cells[6]), cases = Number(cells[4]), degrees = Number(cells[7]);
            Assert.Equal(estimate, effect.Value, 9);

            // Maximum likelihood divides the residual variance by the cases, lm by its degrees of freedom.
            Assert.Equal(error * Math.Sqrt(degrees / cases), effect.StandardError!.Value, 9);
        }
    }

    private static string Covariates(UniverseRow row) =>
        string.Join(" + ", row.Choices.Skip(1).Where(choice => choice.Option != "without").Select(choice => choice.Decision["covariate ".Length..])) is { Length: > 0 } names ? names : "no covariates";

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
