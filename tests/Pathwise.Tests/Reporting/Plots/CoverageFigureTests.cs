using Pathwise.Auditing.Evidence;
using Pathwise.Reporting.Designs;
using Pathwise.Reporting.Figures;
using Pathwise.Reporting.Plots;
using Xunit;

namespace Pathwise.Tests.Reporting.Plots;

public sealed class CoverageFigureTests
{
    private static readonly CoverageMatrix Matrix =
        new(["p", "q", "r"], ["articles", "questions"], new[,] { { 2, 0 }, { 0, 0 }, { 0, 1 } }, ["one", "one", "two"]);

    [Fact]
    public void Of_AMatrix_SaysInWordsWhatItShows()
    {
        var figure = CoverageFigure.Of(Matrix, "Who covers what");
        Assert.Equal("Matrix of 3 rows by 2 columns. Rows covered: articles 1, questions 1. Covered by none: q.", figure.AlternativeText);
        Assert.Equal(figure.ToSvg(), CoverageFigure.Of(Matrix, "Who covers what").ToSvg());
        Assert.Single(figure.Marks.OfType<LineMark>());
    }

    [Fact]
    public void Of_AMatrix_IsAlsoATable() =>
        Assert.Contains("articles", Registry.Of(Matrix).ToText(), StringComparison.Ordinal);
}
