using Pathwise.Auditing.Evidence;
using Xunit;

namespace Pathwise.Tests.Auditing.Evidence;

public sealed class CoverageMatrixTests
{
    private static readonly CoverageMatrix Matrix = new(["p", "q", "r"], ["articles", "questions"], new[,] { { 2, 0 }, { 0, 0 }, { 0, 1 } });

    [Fact]
    public void Gaps_AreTheRowsThatNothingCovers()
    {
        Assert.Equal(["q"], Matrix.Gaps());
        Assert.Equal(["q", "r"], Matrix.Gaps("articles"));
        Assert.Equal((1, 1), (Matrix.CoveredBy("articles"), Matrix.CoverageOf(0)));
        Assert.Equal(0, Matrix.CoverageOf(1));
    }

    [Fact]
    public void Gaps_OfAColumnThatIsNotThere_AreAMistake() =>
        Assert.Equal("Not a column of the matrix: books. It has: articles, questions.", Assert.Throws<InputException>(() => Matrix.Gaps("books")).Message);

    [Fact]
    public void Constructor_WhatDoesNotFit_IsRefused()
    {
        Assert.Throws<ArgumentException>(() => new CoverageMatrix(["p"], ["a"], new int[2, 1]));
        Assert.Throws<ArgumentException>(() => new CoverageMatrix(["p"], ["a"], new int[1, 1], ["g", "h"]));
        Assert.Throws<ArgumentException>(() => new CoverageMatrix(["p"], ["a"], new[,] { { -1 } }));
    }
}
