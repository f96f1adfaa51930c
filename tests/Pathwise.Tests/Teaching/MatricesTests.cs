using Pathwise.Sem.Estimation;
using Pathwise.Tables;
using Pathwise.Teaching;
using Xunit;

namespace Pathwise.Tests.Teaching;

public sealed class MatricesTests
{
    [Fact]
    public void Matrices_OfThePathModel_ImplyWhatTheEngineImplies()
    {
        var fit = Countries.Fit;
        double Value(string name) => fit.Vary(name).Estimate;
        var total = (Matrices.Identity(3) - Matrices.OfRows([0, 0, 0], [Value("a"), 0, 0], [0, Value("b"), 0])).Inverse();
        var sigma = total * Matrices.Diagonal(Value("vx"), Value("vm"), Value("vy")) * total.Transpose();
        string[] names = ["x1", "y1", "y5"];
        for (var i = 0; i < 3; i++)
            for (var j = 0; j < 3; j++)
                Assert.Equal(fit.ImpliedCovariance(names[i], names[j]), sigma[i, j], 1e-10);
    }

    [Fact]
    public void Covariances_OfCompleteData_AreDividedByTheNumberOfCases()
    {
        var (x, y) = (Countries.Data.Numbers("x1"), Countries.Data.Numbers("y5"));
        var expected = x.Zip(y, (a, b) => (a - x.Average()) * (b - y.Average())).Average();
        Assert.Equal(expected, Countries.Data.Covariances(["y5", "x1"])[0, 1], 1e-12);
    }

    [Fact]
    public void Covariances_WithAMissingValue_AreRefused() =>
        Assert.Throws<InputException>(() => DataTable.Of(["a", "b"], new[,] { { 1, 2 }, { double.NaN, 3 }, { 2, 5 } }).Covariances(["a", "b"]));

    [Fact]
    public void OfRows_RowsOfDifferentLength_AreRefused()
    {
        Assert.Contains("2, 1", Assert.Throws<InputException>(() => Matrices.OfRows([1, 2], [3])).Message, StringComparison.Ordinal);
        Assert.Throws<InputException>(() => Matrices.OfRows());
    }
}
