using Pathwise.Import.Contents;
using Pathwise.Import.Delimited;
using Pathwise.Import.Services;
using Pathwise.Import.Sheets;
using Pathwise.Import.Spss;
using Pathwise.Import.Stata;
using Pathwise.Tables;

namespace Pathwise.Import;

/// <summary>Reads files of answers as survey services, statistics programs and spreadsheets write them.</summary>
public static class SurveyImport
{
    /// <summary>
    /// Reads SPSS (.sav, .zsav), Stata (.dta, releases 113 to 119), Excel (.xlsx), OpenDocument (.ods) and texts of any separator and
    /// encoding, told apart by their content and not by their name. No value becomes missing: codes for missing answers are kept, and
    /// listed with their reason. A file that is damaged, protected or none of these is an <see cref="InputException"/> of one line.
    /// </summary>
    public static ImportedFile Read(string path, ImportOptions? options = null)
    {
        options ??= new();
        var bytes = Bytes(path);
        if (options.Sheet is not null && !SheetFile.Begins(bytes))
            throw new InputException($"{path} has no sheets; leave out --sheet.");
        var file = Contents(path, bytes, options);
        if (options.Dictionary is { } dictionary)
            file = RedcapDictionary.Of(DelimitedFile.Read(dictionary, Bytes(dictionary))).Describe(file);
        return MissingProposals.Add(file);
    }

    private static ImportedFile Contents(string path, byte[] bytes, ImportOptions options)
    {
        if (SavHeader.Begins(bytes))
            return SavFile.Read(path, bytes);
        if (DtaHeader.Begins(bytes))
            return DtaFile.Read(path, bytes);
        if (SheetFile.Begins(bytes))
            return GridReader.Read(SheetFile.Read(path, bytes, options.Sheet));
        if (SheetFile.IsCompound(bytes))
            throw SheetFile.Refused(path, bytes);
        if (OtherForms.Complaint(bytes) is { } complaint)
            throw new InputException($"{path} {complaint}");
        var grid = DelimitedFile.Read(path, bytes);
        return RedcapDictionary.Is(grid)
            ? throw new InputException($"{path} is a data dictionary of REDCap, not its data; import the data and give this with --dictionary.")
            : GridReader.Read(grid);
    }

    private static byte[] Bytes(string path) =>
        FileBytes.Read(path, ImportLimits.Bytes, length => $"has {length >> 20} MB; files of at most {ImportLimits.Bytes >> 20} MB can be imported.") is { Length: > 0 } bytes
            ? bytes
            : throw new InputException($"{path} is empty.");
}
