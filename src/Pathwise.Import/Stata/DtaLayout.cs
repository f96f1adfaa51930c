using Pathwise.Import.Binary;

namespace Pathwise.Import.Stata;

/// <summary>The sizes that differ between releases of Stata's format ("dta" in Stata's manual of file formats).</summary>
/// <param name="Release">113 (Stata 8) to 119 (Stata 15 and later).</param>
internal sealed record DtaLayout(int Release)
{
    public bool IsTagged => Release >= 117;

    /// <summary>Whether texts are UTF-8.</summary>
    public bool IsUnicode => Release >= 118;

    public int NameBytes => IsUnicode ? 129 : 33;

    public int FormatBytes => IsUnicode ? 57 : Release == 113 ? 12 : 49;

    public int LabelBytes => IsUnicode ? 321 : 81;

    /// <summary>The bytes of a variable's type.</summary>
    public int TypeBytes => IsTagged ? 2 : 1;

    /// <summary>A text that ends at its first zero byte.</summary>
    public string Text(ReadOnlySpan<byte> field)
    {
        var end = field.IndexOf((byte)0);
        var text = end < 0 ? field : field[..end];
        return IsUnicode ? System.Text.Encoding.UTF8.GetString(text) : Encodings.Legacy(text);
    }
}
