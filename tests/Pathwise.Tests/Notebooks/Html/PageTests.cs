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

    // The hash is computed here as a browser does: over the text between the tags.
    [Fact]
    public void ToHtml_WithFigures_AllowsTheOneScriptByItsHashAndNothingByItsPlace()
    {
        var html = new Page("T", "b") { HasFigures = true }.ToHtml();
        var script = html[(html.IndexOf("<script>", StringComparison.Ordinal) + 8)..html.IndexOf("</script>", StringComparison.Ordinal)];
        var hash = Convert.ToBase64String(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(script)));
        Assert.Contains($"; script-src 'strict-dynamic' 'sha256-{hash}'\"", html, StringComparison.Ordinal);
        Assert.DoesNotContain("file:", html, StringComparison.Ordinal);
        Assert.Contains($"library.src = \"{Page.Plotly}\"", script, StringComparison.Ordinal);
        Assert.Equal(2, html.Split("<script").Length);
    }

    [Fact]
    public void ToPage_CodeOfAnotherLanguage_IsShownAsItStands()
    {
        var notebook = new Notebook([new Cell(CellKind.Code, "a", "for (i in 1:3) \"x\" # R")], new() { ["kernelspec"] = new System.Text.Json.Nodes.JsonObject { ["language"] = "R" } });
        Assert.Contains("<code>for (i in 1:3) &quot;x&quot; # R</code>", new NotebookPage(notebook, link => link).ToPage("t", "", "", "", "").ToHtml(), StringComparison.Ordinal);
    }

    [Fact]
    public void ToPage_ANotebook_LinksEachCellAndListsItsHeadings()
    {
        var notebook = new Notebook([new Cell(CellKind.Markdown, "a", "# T\n## One"), new Cell(CellKind.Code, "checks", "1 + 1")]);
        var html = new NotebookPage(notebook, link => link).ToPage("t", "", "", "", "").ToHtml();
        Assert.Contains("<section class=\"cell\" id=\"checks\">", html, StringComparison.Ordinal);
        Assert.Contains("<a href=\"#h-one\">One</a>", html, StringComparison.Ordinal);
    }
}
