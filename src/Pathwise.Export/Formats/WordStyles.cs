using DocumentFormat.OpenXml.Wordprocessing;

namespace Pathwise.Export.Formats;

/// <summary>The styles of a document in Word: Times New Roman of 12 points, tables of 10.</summary>
internal static class WordStyles
{
    public const string Cell = "TableText";

    public static Styles Of() => new(
        new DocDefaults(
            new RunPropertiesDefault(new RunPropertiesBaseStyle(Font(), new FontSize { Val = "24" }, new Languages { Val = "en-US" })),
            new ParagraphPropertiesDefault(new ParagraphPropertiesBaseStyle(new SpacingBetweenLines { After = "120" }))),
        Style("Normal", "Normal", null, isDefault: true),
        Style("Heading1", "heading 1", new StyleRunProperties(new Bold(), new FontSize { Val = "28" })),
        Style("Heading2", "heading 2", new StyleRunProperties(new Bold())),
        new Style(
            new StyleName { Val = "Table Text" }, new BasedOn { Val = "Normal" },
            new StyleParagraphProperties(new SpacingBetweenLines { Before = "20", After = "20" }),
            new StyleRunProperties(new FontSize { Val = "20" })) { Type = StyleValues.Paragraph, StyleId = Cell, CustomStyle = true });

    private static Style Style(string id, string name, StyleRunProperties? properties, bool isDefault = false)
    {
        var style = new Style(new StyleName { Val = name }) { Type = StyleValues.Paragraph, StyleId = id };
        if (isDefault)
            style.Default = true;
        else
            style.Append(new BasedOn { Val = "Normal" }, new NextParagraphStyle { Val = "Normal" }, new StyleParagraphProperties(new KeepNext(), new SpacingBetweenLines { Before = "240", After = "120" }));
        if (properties is not null)
            style.Append(properties);
        return style;
    }

    private static RunFonts Font() => new() { Ascii = "Times New Roman", HighAnsi = "Times New Roman", ComplexScript = "Times New Roman", EastAsia = "Times New Roman" };
}
