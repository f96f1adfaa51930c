using Pathwise.Export.Formats;
using Xunit;

namespace Pathwise.Tests.Export.Formats;

/// <summary>Markdown, LaTeX and CSV of one document.</summary>
public sealed class TextFormatsTests
{
    [Fact]
    public void Markdown_HostileTexts_AreEscapedAndStatisticsInItalics()
    {
        var text = MarkdownFile.Of(ReportSamples.Hostile);
        Assert.Contains("**SYNTHETIC & made up**", text, StringComparison.Ordinal);
        Assert.Contains("| Name | *B* | 95 % CI | *p* | Other | *p* |", text, StringComparison.Ordinal);
        Assert.Contains(@"| =SUM(A1)\|\*x\* | −0.12 | \[−1.50, 2.25\] | \< .001 | \[1.0, 2.0\] | .040 |", text, StringComparison.Ordinal);
        Assert.Contains(@"A *p* below .05 & a \<tag\>, x\_1 \| y.", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Latex_HostileTexts_AreEscaped()
    {
        var text = LatexFile.Of(ReportSamples.Hostile);
        Assert.StartsWith("% SYNTHETIC & made up\n", text, StringComparison.Ordinal);
        Assert.Contains(@"\section*{Title $<$b$>$\&\_\%\$\#\{\}\textasciitilde{}\textasciicircum{}\textbackslash{}}", text, StringComparison.Ordinal);
        Assert.Contains(@"$-$0.12 & {[$-$1.50, 2.25]} & $<$ .001", text, StringComparison.Ordinal);
        Assert.Contains(@"\textit{p}", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Csv_Cells_HaveUnroundedValuesBoundsAndWhatIsShown()
    {
        var lines = CsvTables.Of(ReportSamples.Hostile).Split('\n');
        Assert.Equal("table,row,group,label,column,value,lower,upper,shown", lines[0]);
        Assert.EndsWith("notice,,,,SYNTHETIC & made up", lines[1], StringComparison.Ordinal);
        Assert.Contains("first,1,One,=SUM(A1)|*x*,B,-0.123456789012345,,,-0.12", lines);
        Assert.Contains("first,1,One,=SUM(A1)|*x*,95 % CI,,-1.5,2.25,\"[-1.50, 2.25]\"", lines);
        Assert.Contains("first,1,One,=SUM(A1)|*x*,Other p,0.04,,,.040", lines);
    }
}
