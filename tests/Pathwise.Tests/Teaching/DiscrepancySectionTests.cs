using Pathwise.Tables;
using Pathwise.Teaching;
using Xunit;

namespace Pathwise.Tests.Teaching;

public sealed class DiscrepancySectionTests
{
    // lavaan's estimates, at which the oracle holds the other parameters, agree with ours to 1e-7 at best.
    private const double Tolerance = 2e-6;

    // numDeriv's second derivative of a parabola differs by 5e-6 from point to point.
    private const double CurvatureTolerance = 1e-5;

    private static readonly DataTable Oracle = DataTable.Read(Repository.Fixture("lavaan", "teaching", "sections.csv"));

    public static TheoryData<int> Points => [.. Enumerable.Range(0, Oracle.Count)];

    [Theory]
    [MemberData(nameof(Points))]
    public void Section_AtAPoint_HasValueSlopeAndCurvatureOfTheOracle(int row)
    {
        var section = Countries.Fit.Vary(Oracle.Texts("parameter")[row]!);
        var at = Oracle.Numbers("value")[row];
        Near(Oracle.Numbers("discrepancy")[row], section.Discrepancy(at));
        Near(Oracle.Numbers("slope")[row], section.Slope(at));
        Assert.Equal(Oracle.Numbers("curvature")[row], section.Curvature(at)!.Value, CurvatureTolerance);
    }

    [Theory]
    [MemberData(nameof(Points))]
    public void At_AValue_ImpliesTheCovariancesOfTheOracle(int row)
    {
        var point = Countries.Fit.Vary(Oracle.Texts("parameter")[row]!).At(Oracle.Numbers("value")[row]);
        var (x, y) = (Countries.Fit.Sample[0].IndexOf("x1"), Countries.Fit.Sample[0].IndexOf("y5"));
        Near(Oracle.Numbers("covariance")[row], point.Implied![x, y]);
        Near(Oracle.Numbers("variance")[row], point.Implied[y, y]);
        Near(Oracle.Numbers("discrepancy")[row], point.Discrepancy);
    }

    [Fact]
    public void Newton_ForAPathCoefficient_IsThereInOneStep()
    {
        var section = Countries.Fit.Vary("b");
        var steps = section.Newton(0, 2);
        Assert.Equal(3, steps.Count);
        Assert.Equal(section.Estimate, steps[1].Value, 1e-6);
        Assert.Equal(0, steps[2].Slope!.Value, 1e-6);
    }

    [Fact]
    public void Newton_ForAVariance_ConvergesFromBelowAndDivergesFromBeyondTwiceTheEstimate()
    {
        var section = Countries.Fit.Vary("vy");
        Assert.Equal(section.Estimate, section.Newton(1.5, 8)[^1].Value, 1e-8);
        var lost = section.Newton((2 * section.Estimate) + 1, 3);
        Assert.True(lost[0].Curvature < 0);
        Assert.True(lost.Zip(lost.Skip(1)).All(pair => pair.Second.Value > pair.First.Value && pair.Second.Discrepancy > pair.First.Discrepancy));
    }

    [Fact]
    public void GradientDescent_OnAParabola_ShrinksTheErrorByOneFactor()
    {
        var section = Countries.Fit.Vary("b");
        var factor = 1 - (0.1 * section.Curvature(0)!.Value);
        var errors = section.GradientDescent(0, 0.1, 6).Select(step => step.Value - section.Estimate).ToList();
        Assert.Equal(7, errors.Count);
        Assert.All(errors.Zip(errors.Skip(1)), pair => Assert.Equal(factor, pair.Second / pair.First, 1e-5));
    }

    [Fact]
    public void Section_WhereTheImpliedMatrixIsNoCovarianceMatrix_IsUndefined()
    {
        var section = Countries.Fit.Vary("vy");
        Assert.Null(section.Discrepancy(-1));
        Assert.Null(section.Slope(-1));
        Assert.Null(section.Curvature(-1));
        Assert.Null(section.At(-1).Discrepancy);
        Assert.Single(section.Newton(-1, 5));
    }

    [Fact]
    public void GradientDescent_IntoTheUndefined_EndsThere() =>
        Assert.Null(Countries.Fit.Vary("vy").GradientDescent(1.5, -10, 50)[^1].Discrepancy);

    [Theory]
    [InlineData("y5 ~ y1")]
    [InlineData("y5~y1")]
    [InlineData("b")]
    public void Vary_ALabelOrARowOfTheSyntax_FindsTheParameter(string name) =>
        Assert.Equal(("b", Countries.Fit.Values[1]), (Countries.Fit.Vary(name).Parameter, Countries.Fit.Vary(name).Estimate));

    [Fact]
    public void Vary_AnUnknownParameter_IsRefusedWithThoseThereAre()
    {
        var refusal = Assert.Throws<InputException>(() => Countries.Fit.Vary("q"));
        Assert.Equal("Not in the free parameters: q. It has: a, b, vx, vm, vy.", refusal.Message);
    }

    private static void Near(double expected, double? actual) => Assert.Equal(expected, actual!.Value, Tolerance * Math.Max(1, Math.Abs(expected)));
}
