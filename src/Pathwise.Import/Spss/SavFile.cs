using System.Globalization;
using Pathwise.Import.Binary;
using Pathwise.Import.Contents;

namespace Pathwise.Import.Spss;

/// <summary>Reads SPSS system files (.sav, .zsav) as SPSS, PSPP and haven write them.</summary>
internal sealed class SavFile
{
    private readonly ByteCursor bytes;
    private readonly SavHeader header;
    private readonly SavDictionary dictionary;
    private readonly SavCells[] columns;

    private SavFile(ByteCursor bytes)
    {
        this.bytes = bytes;
        header = SavHeader.Read(bytes);
        dictionary = SavDictionary.Read(bytes);
        ImportLimits.RequireSize(bytes.Path, Math.Max(1, header.Cases), dictionary.Variables.Count);
        columns = [.. dictionary.Variables.Select(variable => new SavCells(variable, dictionary, bytes))];
    }

    /// <summary>Reads a file; one that is cut off or has not as many cases as it says is an <see cref="InputException"/>.</summary>
    public static ImportedFile Read(string path, byte[] content) => new SavFile(new ByteCursor(path, content)).Import();

    private ImportedFile Import()
    {
        var count = ReadCases();
        var names = new DistinctNames();
        var imported = columns.Select((column, i) => column.Build(names, i)).ToArray();
        string[] decisions = [dictionary.EncodingNote, .. CaseNote(), .. DateNote(), .. DamageNote(imported)];
        return new ImportedFile(bytes.Path, Form(), count, imported, decisions, [.. columns.SelectMany(column => column.Misfits)]);
    }

    private int ReadCases()
    {
        var (units, row, count) = (SavUnits.Of(bytes, header, dictionary.SystemMissing), new byte[dictionary.Width * 8], 0);
        while ((header.Cases < 0 || count < header.Cases) && units.Read(row))
        {
            foreach (var column in columns)
                column.Add(row);
            ImportLimits.RequireSize(bytes.Path, ++count, columns.Length);
        }

        if (count == header.Cases && units.Read(row))
            throw bytes.Fault(string.Create(CultureInfo.InvariantCulture, $"there are more cases than the {header.Cases} that the header says; the file is damaged"));
        if (header.Cases >= 0 && count != header.Cases)
            throw bytes.Fault(string.Create(CultureInfo.InvariantCulture, $"there are {count} cases, and the header says {header.Cases}; the file is truncated or damaged"));
        return count;
    }

    private string Form() => header.Compression switch
    {
        SavCompression.None => "SPSS system file (.sav), not compressed",
        SavCompression.Bytes => "SPSS system file (.sav), compressed by bytes",
        _ => "SPSS system file (.zsav), compressed by zlib",
    };

    private IEnumerable<string> CaseNote()
    {
        if (header.Cases < 0)
            yield return "the header does not say how many cases there are; every case up to the end was read.";
    }

    private IEnumerable<string> DateNote()
    {
        var dates = dictionary.Variables.Where(variable => variable.IsDay || variable.IsMoment).Select(variable => variable.Name).ToArray();
        if (dates.Length > 0)
            yield return $"seconds shown as dates were written as dates: {string.Join(", ", dates)}.";
    }

    private static IEnumerable<string> DamageNote(IEnumerable<ImportedColumn> imported)
    {
        var damaged = imported.Where(column => column.Content == CellContent.Text && column.Cells.Any(cell => cell?.Contains('\uFFFD', StringComparison.Ordinal) == true)).Select(column => column.Name).ToArray();
        if (damaged.Length > 0)
            yield return $"bytes that are no letters in the file's encoding were replaced by \uFFFD in {string.Join(", ", damaged)} (a text may be cut within a letter).";
    }
}
