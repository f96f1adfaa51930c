using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Pathwise.Export.Content;
using Pathwise.Export.Formats;
using Xunit;

namespace Pathwise.Tests.Export.Formats;

public sealed class WordFileTests
{
    [Fact]
    public void Of_HostileTexts_IsValidForOffice()
    {
        using var package = WordprocessingDocument.Open(new MemoryStream(WordFile.Of(ReportSamples.Hostile)), false);
        Assert.Empty(ReportSamples.Faults(package));
    }

    [Fact]
    public void Of_NoticeAndTable_StandInHeaderAndAsApaHasThem()
    {
        using var package = WordprocessingDocument.Open(new MemoryStream(WordFile.Of(ReportSamples.Hostile)), false);
        var main = package.MainDocumentPart!;
        Assert.Equal("SYNTHETIC & made up", main.HeaderParts.Single().Header!.InnerText);
        Run[] runs = [.. main.Document!.Descendants<Run>()];
        Assert.NotNull(runs.Single(run => run.InnerText == "Table 1").RunProperties!.Bold);
        Assert.All(runs.Where(run => run.InnerText is "p" or "B"), run => Assert.NotNull(run.RunProperties!.Italic));
        Assert.Equal(5, main.Document.Descendants<TableRow>().Count() - 1);
        Assert.Contains(runs, run => run.InnerText.Contains("−0.12", StringComparison.Ordinal));
    }

    [Fact]
    public void Of_NoTables_IsValid()
    {
        using var package = WordprocessingDocument.Open(new MemoryStream(WordFile.Of(new ReportDocument("Title", null, [], []))), false);
        Assert.Empty(ReportSamples.Faults(package));
    }

    [Fact]
    public void Of_Twice_HasTheSameBytes() => Assert.Equal(WordFile.Of(ReportSamples.Hostile), WordFile.Of(ReportSamples.Hostile));
}
