namespace Pathwise.Import;

/// <summary>Forms of files that are known and cannot be imported.</summary>
internal static class OtherForms
{
    /// <summary>What to say of such a file, null for any other.</summary>
    public static string? Complaint(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith("HEADER RECORD*******LIB"u8))
            return "is a transport file of SAS (.xpt); export it as CSV or .sav.";
        if (IsPortable(bytes))
            return "is a portable file of SPSS (.por); save it as .sav.";
        if (bytes.StartsWith("$FL"u8))
            return "is an SPSS file of another kind than .sav and .zsav; save it as .sav.";
        if (bytes is [0x1F, 0x8B, ..])
            return "is compressed by gzip (R writes .rds so); write it as CSV, or with haven as .sav.";
        if (bytes.StartsWith("%PDF"u8))
            return "is a PDF; expected the data themselves.";
        if (bytes.TrimStart("\uFEFF \t\r\n"u8) is [(byte)'<', ..])
            return "is a page or another text in XML or HTML; export it as CSV.";
        return bytes.TrimStart("\uFEFF \t\r\n"u8) is [(byte)'{', ..] ? "is JSON; export it as CSV." : null;
    }

    // Five lines of splash in several alphabets come first; the mark of the form stands behind them.
    private static bool IsPortable(ReadOnlySpan<byte> bytes) =>
        bytes[..Math.Min(bytes.Length, 250)].IndexOf("ASCII SPSS PORT FILE"u8) >= 0 || bytes[..Math.Min(bytes.Length, 600)].IndexOf("SPSSPORT"u8) >= 0;
}
