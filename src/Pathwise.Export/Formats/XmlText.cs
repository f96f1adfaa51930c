using System.Xml;

namespace Pathwise.Export.Formats;

/// <summary>Text that XML can hold.</summary>
internal static class XmlText
{
    /// <summary>The text, every character that XML has no place for replaced.</summary>
    public static string Of(string text)
    {
        if (text.All(c => XmlConvert.IsXmlChar(c) && !char.IsSurrogate(c)))
            return text;
        return string.Concat(text.EnumerateRunes().Select(rune => rune.Value > 0xFFFF || XmlConvert.IsXmlChar((char)rune.Value) ? rune.ToString() : "\uFFFD"));
    }
}
