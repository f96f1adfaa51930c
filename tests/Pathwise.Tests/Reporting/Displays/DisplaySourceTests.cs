using Microsoft.DotNet.Interactive.Formatting;
using Pathwise.Reporting.Tables;
using Xunit;

namespace Pathwise.Tests.Reporting.Displays;

public sealed class DisplaySourceTests
{
    [Theory]
    [InlineData("text/plain")]
    [InlineData("text/html")]
    public void Formatting_AResultOfOurs_IsShownByItsDisplay(string mimeType)
    {
        var table = new Table("Caption", [new("Heading", [Cell.Number(1.005, 2)])]);
        var expected = mimeType == "text/plain" ? table.ToText() : table.ToHtml();
        Assert.Equal(expected, table.ToDisplayString(mimeType));
    }

    [Fact]
    public void Formatting_AResultOfOurs_PrefersHtmlAndText() =>
        Assert.Equal(["text/html", "text/plain"], Formatter.GetPreferredMimeTypesFor(typeof(Table)));
}
