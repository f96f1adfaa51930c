using Pathwise.Notebooks.Html;
using Xunit;

namespace Pathwise.Tests.Notebooks.Html;

public sealed class RailTests
{
    private readonly Rail _rail = new([("01-a.html", "01 A & B"), ("scorecard.html", "Scorecard")]);

    [Fact]
    public void Of_APage_MarksItAmongAllAndOffersItsNotebook()
    {
        var html = _rail.Of("01-a.html", [new(2, "One", "h-one")], "notebooks/01-a.ipynb");
        Assert.Contains("<a href=\"01-a.html\" aria-current=\"page\">01 A &amp; B</a>", html, StringComparison.Ordinal);
        Assert.Contains("<a href=\"scorecard.html\">Scorecard</a>", html, StringComparison.Ordinal);
        Assert.Contains("<a href=\"notebooks/01-a.ipynb\" download>", html, StringComparison.Ordinal);
        Assert.Contains("<a href=\"#h-one\">One</a>", html, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_APageWithoutHeadings_HasNoListOfThem() => Assert.DoesNotContain("On this page", _rail.Of("index.html", []), StringComparison.Ordinal);
}
