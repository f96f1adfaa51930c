using System.Text.Json.Nodes;
using Pathwise.Notebooks.Documents;
using Pathwise.Notebooks.Html;
using Xunit;

namespace Pathwise.Tests.Notebooks.Html;

public sealed class OutputHtmlTests
{
    private readonly OutputHtml _outputs = new(new MarkdownHtml(link => link));

    [Fact]
    public void Of_PrintedText_IsEscaped() =>
        Assert.Equal("<pre class=\"stream stdout\">&lt;b&gt;</pre>", _outputs.Of(new StreamOutput("stdout", "<b>\n")));

    [Fact]
    public void Of_Html_IsFiltered() =>
        Assert.Equal("<div class=\"shown\"><b>1</b></div>", _outputs.Of(new DataOutput(MimeBundle.Of("text/html", "<b>1</b><script>x</script>"))));

    [Fact]
    public void Of_AFigure_IsAPictureWithItsDescriptionBeside()
    {
        var html = _outputs.Of(new DataOutput(new(
        [
            KeyValuePair.Create("image/svg+xml", (JsonNode)"<svg width=\"640\" height=\"400\"><text>\"a\"</text></svg>"),
            KeyValuePair.Create("application/vnd.plotly.v1+json", (JsonNode)new JsonObject { ["data"] = new JsonArray(), ["layout"] = "</script><b>" }),
            KeyValuePair.Create("text/plain", (JsonNode)"A line \"up\"."),
        ])));
        Assert.StartsWith("<figure class=\"chart\"><img alt=\"A line &quot;up&quot;.\" width=\"640\" height=\"400\" src=\"data:image/svg+xml,%3Csvg", html, StringComparison.Ordinal);
        Assert.Single(html.Split("</script>")[..^1]);
        Assert.True(_outputs.HasFigures);
    }

    [Fact]
    public void Of_AnError_ShowsItsTrace() =>
        Assert.Equal("<pre class=\"error\">E: m\n  at &lt;x&gt;</pre>", _outputs.Of(new ErrorOutput("E", "m", ["E: m", "  at <x>"])));

    [Fact]
    public void Of_APictureThatIsNone_IsNotShown() =>
        Assert.DoesNotContain("<img", _outputs.Of(new DataOutput(MimeBundle.Of("image/png", "\"><script>"))), StringComparison.Ordinal);
}
