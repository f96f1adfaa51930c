using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Pathwise.Export.Content;

namespace Pathwise.Export.Formats;

/// <summary>A document for Word: words first, then each table on a page of its own, wide ones across it; what must not be missed stands above every page.</summary>
internal static class WordFile
{
    private const string Header = "rId2";

    public static byte[] Of(ReportDocument document)
    {
        using var made = new MemoryStream();
        using (var package = WordprocessingDocument.Create(made, WordprocessingDocumentType.Document))
        {
            var main = package.AddMainDocumentPart();
            package.ChangeIdOfPart(main, "rId1");
            main.AddNewPart<StyleDefinitionsPart>("rId1").Styles = WordStyles.Of();
            if (document.Notice is { } notice)
                main.AddNewPart<HeaderPart>(Header).Header = new Header(WordText.Paragraph([WordText.Run(notice, isBold: true)], JustificationValues.Center));
            main.Document = new Document(new Body(Content(document)));
        }

        made.Position = 0;
        return FixedZip.Of(made);
    }

    private static IEnumerable<OpenXmlElement> Content(ReportDocument document)
    {
        var hasHeader = document.Notice is not null;
        yield return WordText.Heading(document.Title, 1);
        foreach (var element in document.Sections.SelectMany(Section))
            yield return element;
        for (var i = 0; i < document.Tables.Count; i++)
        {
            if (i > 0 || document.Sections.Count > 0)
                yield return new Paragraph(new ParagraphProperties(Page(i > 0 && IsWide(document.Tables[i - 1]), hasHeader)));
            foreach (var element in WordTable.Of(i + 1, document.Tables[i].Table))
                yield return element;
        }

        yield return Page(document.Tables.Count > 0 && IsWide(document.Tables[^1]), hasHeader);
    }

    private static IEnumerable<OpenXmlElement> Section(ReportSection section) =>
        [WordText.Heading(section.Heading, 2), .. section.Paragraphs.Select(paragraph => WordText.Paragraph(WordText.Runs(paragraph)))];

    private static bool IsWide(ReportTable reported) => PaperWidths.IsWide(reported.Table);

    // Ends a section: letter paper, margins of an inch.
    private static SectionProperties Page(bool isWide, bool hasHeader)
    {
        var size = isWide ? new PageSize { Width = 15840, Height = 12240, Orient = PageOrientationValues.Landscape } : new PageSize { Width = 12240, Height = 15840 };
        var margin = new PageMargin { Top = 1440, Bottom = 1440, Left = 1440, Right = 1440, Header = 720, Footer = 720, Gutter = 0 };
        return hasHeader
            ? new(new HeaderReference { Type = HeaderFooterValues.Default, Id = Header }, new SectionType { Val = SectionMarkValues.NextPage }, size, margin)
            : new(new SectionType { Val = SectionMarkValues.NextPage }, size, margin);
    }
}
