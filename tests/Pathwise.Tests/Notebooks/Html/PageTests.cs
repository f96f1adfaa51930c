using Pathwise.Notebooks.Documents;
using Pathwise.Notebooks.Html;
using Xunit;

namespace Pathwise.Tests.Notebooks.Html;

public sealed class PageTests
{
    [Fact]
    public void ToHtml_WithoutFigures_HasNoScriptAndAllowsNone()
    {
        var html = new Page("<T>", "body").ToHtml();
        Assert.DoesNotContain("<script", html, StringComparison.Ordinal);
        Assert.Contains("default-src 'none'; img-src data:; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'\"", html, StringComparison.Ordinal);
        Assert.Contains("<title>&lt;T&gt;</title>", html, StringComparison.Ordinal);
    }

    [Fact]
    public void ToHtml_WithFigures_NamesTheOneScriptFile() =>
        Assert.Contains("<script src=\"assets/plotly-2.28.0.min.js\" defer>", new Page("T", "b") { HasFigures = true }.ToHtml(), StringComparison.Ordinal);

    [Fact]
    public void ToPage_ANotebook_LinksEachCellAndListsItsHeadings()
    {
        var notebook = new Notebook([new Cell(CellKind.Markdown, "a", "# T\n## One"), new Cell(CellKind.Code, "checks", "1 + 1")]);
        var html = new NotebookPage(notebook, link => link).ToPage("t", "", "", "", "").ToHtml();
        Assert.Contains("<section class=\"cell\" id=\"checks\">", html, StringComparison.Ordinal);
        Assert.Contains("<a href=\"#h-one\">One</a>", html, StringComparison.Ordinal);
    }
}
