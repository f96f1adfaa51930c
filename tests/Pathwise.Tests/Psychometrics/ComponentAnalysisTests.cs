using Pathwise.Psychometrics;
using Xunit;

namespace Pathwise.Tests.Psychometrics;

public sealed class ComponentAnalysisTests
{
    private static readonly Oracle Psych = Oracle.Read("psych", "items.json");

    [Theory]
    [InlineData(Rotation.None, "loadings", 1e-9)]
    [InlineData(Rotation.Varimax, "varimax", 1e-6)]
    public void Components_NineItems_AreThoseOfPsych(Rotation rotation, string name, double tolerance)
    {
        var analysis = Holzinger.Table.Components(Holzinger.Items, 3, rotation);
        AssertLoadings(Psych["components"][name].Rows, analysis.Loadings.ToRowArrays(), tolerance);
        Oracle.Near(Psych["components"]["communalities"].Numbers, [.. analysis.Communalities], 1e-9);
        Oracle.Near(Psych["components"]["eigenvalues"].Numbers, [.. analysis.Eigenvalues], 1e-9);
        Assert.Equal(analysis.Eigenvalues.Take(3).Sum() / 9, analysis.ExplainedShare, 1e-12);
    }

    [Fact]
    public void Factors_ByPrincipalAxes_AreThoseOfPsych()
    {
        var analysis = Holzinger.Table.Factors(Holzinger.Items, 3, ExtractionMethod.PrincipalAxis, Rotation.None);
        Assert.True(analysis.HasConverged);
        Assert.Null(analysis.ChiSquare);
        AssertLoadings(Psych["axes"]["loadings"].Rows, analysis.Loadings.ToRowArrays(), 1e-7);
        Oracle.Near(Psych["axes"]["communalities"].Numbers, [.. analysis.Uniquenesses.Select(value => 1 - value)], 1e-7);
    }

    [Fact]
    public void Factors_ByPrincipalAxes_EndWhereMinimumResidualsDo()
    {
        var axes = Holzinger.Table.Factors(Holzinger.Items, 2, ExtractionMethod.PrincipalAxis, Rotation.Oblimin);
        var minres = Holzinger.Table.Factors(Holzinger.Items, 2, ExtractionMethod.MinimumResidual, Rotation.Oblimin);
        AssertLoadings(minres.Loadings.ToRowArrays(), axes.Loadings.ToRowArrays(), 1e-6);
    }

    [Fact]
    public void Components_MoreThanItems_AreRefused() =>
        Assert.Contains("10 components of 9 items", Assert.Throws<InputException>(() => Holzinger.Table.Components(Holzinger.Items, 10)).Message, StringComparison.Ordinal);

    // The order and the signs of columns are a convention.
    private static void AssertLoadings(double[][] expected, double[][] actual, double tolerance)
    {
        foreach (var k in Enumerable.Range(0, expected[0].Length))
        {
            var column = expected.Select(row => row[k]).ToArray();
            var nearest = Enumerable.Range(0, actual[0].Length)
                .Min(j => Math.Min(Farthest(column, actual, j, 1), Farthest(column, actual, j, -1)));
            Assert.True(nearest < tolerance, $"Column {k} is off by {nearest}.");
        }
    }

    private static double Farthest(double[] column, double[][] actual, int j, int sign) =>
        column.Select((value, i) => Math.Abs(value - (sign * actual[i][j]))).Max();
}
