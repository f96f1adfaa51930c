using System.Text.RegularExpressions;
using Pathwise.Notebooks.Documents;
using Pathwise.Notebooks.Html;
using Xunit;

namespace Pathwise.Tests.Notebooks.Html;

public sealed class PageTests
{
    // The hashes are computed here as a browser does: over the text between the tags.
    [Theory]
    [InlineData(false, 1)]
    [InlineData(true, 2)]
    public void ToHtml_OfItsScripts_AllowsEachByItsHashAndNothingByItsPlace(bool hasFigures, int count)
    {
        var html = new Page("<T>", "body") { HasFigures = hasFigures }.ToHtml();
        var scripts = Regex.Matches(html, "<script>(.*?)</script>", RegexOptions.Singleline).Select(match => match.Groups[1].Value).ToList();
        var hashes = scripts.Select(script => $" 'sha256-{Convert.ToBase64String(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(script)))}'");
        Assert.Equal(count, scripts.Count);
        Assert.Contains($"default-src 'none'; img-src data:; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; script-src 'strict-dynamic'{string.Concat(hashes)}\"", html, StringComparison.Ordinal);
        Assert.DoesNotContain("file:", html, StringComparison.Ordinal);
        Assert.Contains($"src: \"{SearchIndex.Address}\"", scripts[0], StringComparison.Ordinal);
        Assert.Equal(hasFigures, scripts[^1].Contains($"library.src = \"{Page.Plotly}\"", StringComparison.Ordinal));
        Assert.Contains("<title>&lt;T&gt;</title>", html, StringComparison.Ordinal);
    }

    [Fact]
    public void ToPage_CodeOfAnotherLanguage_IsShownAsItStands()
    {
        var notebook = new Notebook([new Cell(CellKind.Code, "a", "for (i in 1:3) \"x\" # R")], new() { ["kernelspec"] = new System.Text.Json.Nodes.JsonObject { ["language"] = "R" } });
        Assert.Contains("<code>for (i in 1:3) &quot;x&quot; # R</code>", new NotebookPage(notebook, "t", link => link).ToPage(SideContents.Alone, "", "", "").ToHtml(), StringComparison.Ordinal);
    }

    [Fact]
    public void ToPage_ANotebook_LinksEachCellAndListsItsHeadings()
    {
        var notebook = new Notebook([new Cell(CellKind.Markdown, "a", "# T\n## One"), new Cell(CellKind.Code, "checks", "1 + 1")]);
        var html = new NotebookPage(notebook, "t", link => link).ToPage(SideContents.Alone, "", "", "").ToHtml();
        Assert.Contains("<section class=\"cell\" id=\"checks\">", html, StringComparison.Ordinal);
        Assert.Contains("<a href=\"#h-one\">One</a>", html, StringComparison.Ordinal);
    }
}
