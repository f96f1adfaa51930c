using System.Xml.Linq;
using Pathwise.Reporting.Tables;
using Xunit;

namespace Pathwise.Tests.Reporting.Tables;

public sealed class TableTests
{
    private static readonly (string Name, int N, double? Mean, double? P, double? Lower)[] Rows =
        [("conflict", 92, -0.448, 0.0004, -0.655), ("alignment", 8, 10.5, 0.0744, null), ("<script>alert(1)</script>", 0, null, null, 0.1)];

    [Fact]
    public void ToText_Numbers_AreAlignedAtThePoint() =>
        Assert.Equal(
            """
            Effects
            ────────────────────────────────────────────────────────────────────
            Effect                      n   Mean       p                CI  Type
            ────────────────────────────────────────────────────────────────────
            conflict                   92  -0.45  < .001  [-0.655, -0.555]  a
            alignment                   8  10.50    .074                 –  a
            <script>alert(1)</script>   0      –       –    [0.100, 0.200]  a
            ────────────────────────────────────────────────────────────────────
            Note. Synthetic.

            """.ReplaceLineEndings("\n"),
            Effects().ToText());

    [Fact]
    public void ToHtml_TextFromData_IsEscaped()
    {
        var html = Effects().ToHtml();
        Assert.DoesNotContain("<script", html, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("&lt;script&gt;alert(1)&lt;/script&gt;", html, StringComparison.Ordinal);
        Assert.Contains("<th scope=\"col\"", html, StringComparison.Ordinal);
        Assert.Contains("−0.45", html, StringComparison.Ordinal);
    }

    [Fact]
    public void ToHtml_IsWellFormed() =>
        Assert.Equal(3, XElement.Parse(Effects().ToHtml().Replace("<br>", "<br/>", StringComparison.Ordinal))
            .Descendants("tbody").Elements("tr").Count());

    [Fact]
    public void ToText_MixedPrecision_AlignsAtThePoint()
    {
        var table = new Table("", [new("Measure", [Cell.Text("chi-square"), Cell.Text("df")]), new("Value", [Cell.Number(38.125, 3), Cell.Count(35)])]);
        Assert.Contains("chi-square  38.125\ndf          35\n", table.ToText(), StringComparison.Ordinal);
        Assert.Contains("35\u2008\u2007\u2007\u2007", table.ToHtml(), StringComparison.Ordinal);
    }

    [Fact]
    public void ToText_Groups_StandAboveTheirRows()
    {
        var table = Table.Of("", Rows, of => [of.Text("Effect", row => row.Name)], row => row.N > 0 ? "Kept" : "Left out");
        Assert.Contains("Kept\nconflict\nalignment\n\nLeft out\n", table.ToText(), StringComparison.Ordinal);
        Assert.Contains("scope=\"rowgroup\"", table.ToHtml(), StringComparison.Ordinal);
    }

    [Fact]
    public void Table_ColumnsOfDifferentLength_AreRefused()
    {
        Assert.Throws<ArgumentException>(() => new Table("t", [new("a", []), new("b", [Cell.Count(1)])]));
        Assert.Throws<ArgumentException>(() => new Table("t", [new("a", [Cell.Count(1)])], groups: []));
    }

    [Fact]
    public void Table_WithoutRows_IsShown()
    {
        var table = Table.Of("None", Array.Empty<string>(), of => [of.Text("Name", name => name)]);
        Assert.Contains("Name", table.ToText(), StringComparison.Ordinal);
        Assert.Contains("<tbody>", table.ToHtml(), StringComparison.Ordinal);
    }

    private static Table Effects() => Table.Of(
        "Effects",
        Rows,
        of =>
        [
            of.Text("Effect", row => row.Name),
            of.Count("n", row => row.N),
            of.Number("Mean", 2, row => row.Mean),
            of.PValue("p", row => row.P),
            of.Interval("CI", 3, row => (row.Lower, row.Lower + 0.1)),
            of.Text("Type", _ => "a"),
        ],
        notes: ["Synthetic."]);
}
