using Pathwise.Notebooks.Html;
using Xunit;

namespace Pathwise.Tests.Notebooks.Html;

public sealed class NumberingTests
{
    private readonly Numbering _numbering = new("04-x");

    [Fact]
    public void NumberTables_OfOneAndTheNext_CountsOnAndNamesTheFile()
    {
        var first = _numbering.NumberTables("<p>a</p><table class=\"x\"><caption>Fit</caption><tr><td>1</td></tr></table>");
        Assert.Equal(
            "<p>a</p><table id=\"table-1\" class=\"x\"><caption><a href=\"#table-1\">Table&nbsp;1</a>. Fit</caption><tr><td>1</td></tr></table>"
            + "<p class=\"take\"><a download=\"04-x-table-1.csv\" href=\"data:text/csv;charset=utf-8,1%0A\">Table&nbsp;1 as CSV</a></p>", first);
        Assert.Contains("<table id=\"table-2\"><caption><a href=\"#table-2\">Table&nbsp;2</a></caption>", _numbering.NumberTables("<table><tr><td>1</td></tr></table>"), StringComparison.Ordinal);
    }

    [Fact]
    public void NumberTables_OfATableInATable_NumbersTheInnerOne() =>
        Assert.StartsWith("<table><tr><td><table id=\"table-1\">", _numbering.NumberTables("<table><tr><td><table><tr><td>1</td></tr></table></td></tr></table>"), StringComparison.Ordinal);

    [Fact]
    public void NextFigure_Twice_CountsOn()
    {
        _numbering.NextFigure();
        Assert.Equal(("figure-2", "<figcaption><a href=\"#figure-2\">Figure&nbsp;2</a></figcaption>"), _numbering.NextFigure());
    }
}
