using Pathwise.Notebooks.Html;
using Pathwise.Reporting.Tables;
using Xunit;

namespace Pathwise.Tests.Notebooks.Html;

public sealed class TableCsvTests
{
    [Fact]
    public void Of_ATableOfOurs_HasItsHeadingsItsGroupsAndPlainNumbers()
    {
        var table = new Table(
            "Numbers", [new Column("Name, long", [Cell.Text("a"), Cell.Text("b \"c\"")]), new Column("Value", [Cell.Number(-12.5, 2), Cell.Number(null, 2)])], ["first", "second"], ["A note, that is none of the values."]);
        Assert.Equal("group,\"Name, long\",Value\nfirst,a,-12.50\nsecond,\"b \"\"c\"\"\",\n", TableCsv.Of(table.ToHtml()));
    }

    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("+cmd", "'+cmd")]
    [InlineData("@x", "'@x")]
    [InlineData("-.5", "-.5")]
    [InlineData("−1.2e−3", "-1.2e-3")]
    [InlineData("&lt;b&gt; &amp; c", "<b> & c")]
    [InlineData("<em>a</em>b", "a b")]
    public void Of_ACell_IsSafeInASpreadsheet(string cell, string expected) =>
        Assert.Equal($"h\n{expected}\n", TableCsv.Of($"<table><tr><th>h</th></tr><tr><td>{cell}</td></tr></table>"));

    [Fact]
    public void Of_WhatHasNoRows_IsEmpty() => Assert.Equal("", TableCsv.Of("<table></table>"));
}
