using Pathwise.Import.Contents;

namespace Pathwise.Import.Sheets;

/// <summary>Reads sheets of Excel (.xlsx) and of LibreOffice (.ods), told apart by what is in the zip.</summary>
internal static class SheetFile
{
    private static readonly byte[] Compound = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

    /// <summary>Whether a file begins as a zip.</summary>
    public static bool Begins(ReadOnlySpan<byte> bytes) => bytes.StartsWith("PK"u8);

    /// <summary>Whether a file begins as older files of Office and those with a password do.</summary>
    public static bool IsCompound(ReadOnlySpan<byte> bytes) => bytes.StartsWith(Compound);

    /// <summary>The rows of the sheet of this name, or of the first that has any.</summary>
    public static Grid Read(string path, byte[] content, string? sheet)
    {
        using var packed = PackedFile.Open(path, content);
        if (packed.Has("xl/workbook.xml"))
            return new Workbook(packed, content).Read(sheet);
        if (packed.Has("xl/workbook.bin"))
            throw new InputException($"{path} is a binary workbook (.xlsb); save it as .xlsx.");
        if (packed.Text("mimetype") is { } type && type.StartsWith("application/vnd.oasis.opendocument.spreadsheet", StringComparison.Ordinal))
            return OpenDocument.Read(packed, sheet);
        throw new InputException($"{path} is a zip that holds no sheet ({Inside(packed)}); if it holds an export, unpack it and import that.");
    }

    /// <summary>What to say of a file of the older form of Office.</summary>
    public static InputException Refused(string path, ReadOnlySpan<byte> bytes) =>
        new(bytes.IndexOf("E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0"u8) >= 0
            ? $"{path} is protected by a password; save it without one."
            : $"{path} is in an older form of Office (.xls or .doc); save it as .xlsx.");

    /// <summary>The sheet to read: the one asked for, or null for the first that has cells.</summary>
    public static string? Chosen(string path, string? asked, IReadOnlyList<string> names) =>
        asked is null || names.Contains(asked) ? asked : throw new InputException($"{path} has no sheet {Pathwise.Tables.Quoted.Of(asked)}. It has: {string.Join(", ", names)}.");

    private static string Inside(PackedFile packed)
    {
        string[] names = [.. packed.Names.Take(3)];
        return names.Length == 0 ? "it is empty" : $"in it: {string.Join(", ", names.Select(name => Pathwise.Tables.Quoted.Of(name)))}{(packed.Names.Skip(3).Any() ? ", ..." : "")}";
    }
}
