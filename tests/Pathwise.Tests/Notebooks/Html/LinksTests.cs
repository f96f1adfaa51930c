using Pathwise.Notebooks.Html;
using Xunit;

namespace Pathwise.Tests.Notebooks.Html;

public sealed class LinksTests
{
    private readonly Links _links = new("/study/notebooks", "/study/artifacts/replication", new HashSet<string> { "01-cleaning" });

    [Theory]
    [InlineData("01-cleaning.ipynb", "01-cleaning.html")]
    [InlineData("./01-cleaning.ipynb#flow", "01-cleaning.html#flow")]
    [InlineData("#here", "#here")]
    [InlineData("https://doi.org/10.1", "https://doi.org/10.1")]
    [InlineData("../data/README.md", "../../data/README.md")]
    [InlineData("99-missing.ipynb", "../../notebooks/99-missing.ipynb")]
    [InlineData("javascript:alert(1)", "")]
    [InlineData("data:text/html,x", "")]
    [InlineData("", "")]
    [InlineData("java\tscript:alert(1)", "")]
    [InlineData("\u0001javascript:alert(1)", "")]
    [InlineData(" javascript:alert(1)", "")]
    public void Of_ALink_LeadsWhereTheReaderExpects(string link, string expected) => Assert.Equal(expected, _links.Of(link));

    [Fact]
    public void Of_AFileWithAColonInThePagesFolder_IsNoScheme() =>
        Assert.Equal("./javascript:alert(1)", new Links("/study", "/study", new HashSet<string>()).Of("./javascript:alert(1)"));
}
