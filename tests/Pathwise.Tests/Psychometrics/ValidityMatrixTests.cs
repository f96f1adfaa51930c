using MathNet.Numerics.LinearAlgebra;
using Pathwise.Psychometrics;
using Xunit;

namespace Pathwise.Tests.Psychometrics;

public sealed class ValidityMatrixTests
{
    private static readonly ValidityMatrix Three = ValidityMatrix.Of(
        ["a", "b", "c"], Matrix<double>.Build.DenseOfArray(new[,] { { 1, 0.5, double.NaN }, { 0.5, 1, -0.2 }, { double.NaN, -0.2, 1 } }));

    [Fact]
    public void Pairs_EachOfDifferentScales_StandsOnce()
    {
        Assert.Equal([("a", "b", 0.5), ("a", "c", null), ("b", "c", -0.2)], Three.Pairs.Select(pair => (pair.First, pair.Second, pair.Value)));
        Assert.Equal(0.5, Three.Largest);
    }

    [Fact]
    public void Indexer_ByNameAndPlace_GivesTheSame()
    {
        Assert.Equal(Three[2, 1], Three["c", "b"]);
        Assert.Null(Three["a", "c"]);
    }

    [Fact]
    public void Indexer_AnUnknownName_NamesTheOnesThereAre() =>
        Assert.Contains("a, b, c", Assert.Throws<InputException>(() => Three["a", "d"]).Message, StringComparison.Ordinal);
}
