using System.Text.Json.Nodes;
using Pathwise.Notebooks.Html;
using Xunit;

namespace Pathwise.Tests.Notebooks.Html;

public sealed class AttachmentsTests
{
    private readonly MarkdownHtml _markdown = new(_ => "");

    [Theory]
    [InlineData("![pic](attachment:p.png)", "data:image/png;base64,iVBORw0K")]
    [InlineData("![pic][p]\n\n[p]: attachment:p.png", "data:image/png;base64,iVBORw0K")]
    [InlineData("![pic](attachment:my%20photo.jpg)", "data:image/jpeg;base64,AAAA")]
    [InlineData("![pic](<attachment:my photo.jpg>)", "data:image/jpeg;base64,AAAA")]
    [InlineData("![pic](attachment:d.svg)", "data:image/svg+xml,%3Csvg%2F%3E")]
    [InlineData("![pic](data:image/gif;base64,R0lGOD)", "data:image/gif;base64,R0lGOD")]
    public void Of_APictureThatTheCellCarries_IsShown(string markdown, string address) =>
        Assert.Contains($"<img src=\"{address}\" alt=\"pic\"", Html(markdown), StringComparison.Ordinal);

    [Theory]
    [InlineData("![pic](attachment:gone.png)")]
    [InlineData("![pic](attachment:page.html)")]
    [InlineData("![pic](attachment:bad.png)")]
    [InlineData("![pic](attachment:null.png)")]
    public void Of_APictureThatIsNotThere_IsNamedInItsPlace(string markdown)
    {
        Assert.Contains("[pic: the notebook has no picture attached as ", Html(markdown), StringComparison.Ordinal);
        Assert.DoesNotContain("<img", Html(markdown), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[link](attachment:p.png)")]
    [InlineData("[link](data:image/png;base64,AAAA)")]
    [InlineData("![pic](data:text/html;base64,AAAA)")]
    public void Of_AnythingButAPicture_GetsNoData(string markdown) => Assert.DoesNotContain("data:", Html(markdown), StringComparison.Ordinal);

    private string Html(string markdown) => _markdown.Of(markdown, new JsonObject
    {
        ["p.png"] = new JsonObject { ["image/png"] = new JsonArray("iVBO\n", "Rw0K\n") },
        ["my photo.jpg"] = new JsonObject { ["image/jpeg"] = "AAAA" },
        ["d.svg"] = new JsonObject { ["image/svg+xml"] = "<svg/>" },
        ["page.html"] = new JsonObject { ["text/html"] = "AAAA" },
        ["bad.png"] = new JsonObject { ["image/png"] = "\"><script>" },
        ["null.png"] = null,
    });
}
