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

    [Theory]
    [InlineData("x\"></pre><meta http-equiv=\"refresh\" content=\"0;url=http://127.0.0.1/\"><pre class=\"")]
    [InlineData("x' onmouseover='alert(1)")]
    [InlineData("error")]
    [InlineData("")]
    public void Of_AStreamOfAnotherName_IsOfTheUsualOne(string name) =>
        Assert.Equal("<pre class=\"stream stdout\">a</pre>", _outputs.Of(new StreamOutput(name, "a")));

    [Theory]
    [InlineData("not JSON")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{\"data\":[]  ,\"data\":[]}")]
    [InlineData("{\"data\":{}}")]
    [InlineData("{\"data\":[],\"layout\":7}")]
    public void Of_ADescriptionThatDescribesNoFigure_IsPassedOver(string description)
    {
        var html = _outputs.Of(new DataOutput(new([KeyValuePair.Create("application/vnd.plotly.v1+json", (JsonNode)description), KeyValuePair.Create("text/plain", (JsonNode)"words")])));
        Assert.Equal("<pre class=\"value\">words</pre>", html);
        Assert.False(_outputs.HasFigures);
    }

    [Fact]
    public void Of_Html_IsFiltered() =>
        Assert.Equal("<div class=\"shown\"><b>1</b></div>", _outputs.Of(new DataOutput(MimeBundle.Of("text/html", "<b>1</b><script>x</script>"))));

    [Fact]
    public void Of_AFigure_IsAPictureWithItsDescriptionBeside()
    {
        var html = _outputs.Of(new DataOutput(new(
        [
            KeyValuePair.Create("image/svg+xml", (JsonNode)"<svg width=\"640\" height=\"400\"><text>\"a\"</text></svg>"),
            KeyValuePair.Create("application/vnd.plotly.v1+json", (JsonNode)new JsonObject { ["data"] = new JsonArray(), ["layout"] = new JsonObject { ["title"] = "</script><b>" } }),
            KeyValuePair.Create("text/plain", (JsonNode)"A line \"up\"."),
        ])));
        Assert.StartsWith("<figure class=\"chart\" id=\"figure-1\"><img alt=\"A line &quot;up&quot;.\" width=\"640\" height=\"400\" src=\"data:image/svg+xml,%3Csvg", html, StringComparison.Ordinal);
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
