using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using Pathwise.Export.Content;

namespace Pathwise.Export.Formats;

/// <summary>Paragraphs and runs of Word.</summary>
internal static class WordText
{
    public static Paragraph Heading(string text, int level) =>
        new(new ParagraphProperties(new ParagraphStyleId { Val = string.Create(CultureInfo.InvariantCulture, $"Heading{level}") }), Run(text));

    public static Paragraph Paragraph(IEnumerable<Run> runs, JustificationValues? side = null, bool staysWithNext = false)
    {
        var properties = new ParagraphProperties();
        if (staysWithNext)
            properties.Append(new KeepNext());
        if (side is { } chosen)
            properties.Append(new Justification { Val = chosen });
        return new([properties, .. runs]);
    }

    /// <summary>The runs of words in which asterisks enclose italics.</summary>
    public static IEnumerable<Run> Runs(string text) => Marked.Pieces(text).Select(piece => Run(piece.Text, isItalic: piece.IsItalic));

    public static Run Run(string text, bool isBold = false, bool isItalic = false)
    {
        var properties = new RunProperties();
        if (isBold)
            properties.Append(new Bold());
        if (isItalic)
            properties.Append(new Italic());
        return new(properties, new Text(XmlText.Of(text)) { Space = SpaceProcessingModeValues.Preserve });
    }
}
