using System.Globalization;
using Pathwise.Import.Binary;
using Pathwise.Import.Contents;

namespace Pathwise.Import.Stata;

/// <summary>Reads Stata files of the releases 113 (Stata 8) to 119 (Stata 15 and later).</summary>
internal static class DtaFile
{
    /// <summary>Reads a file; one that is cut off or damaged is an <see cref="InputException"/>.</summary>
    public static ImportedFile Read(string path, byte[] content)
    {
        var bytes = new ByteCursor(path, content);
        var header = DtaHeader.Read(bytes);
        var dictionary = DtaDictionary.Read(bytes, header);
        var cells = dictionary.Variables.Select(variable => new DtaCells(variable, header.Layout, bytes)).ToArray();
        RequireRows(bytes, header, dictionary);
        for (var i = 0L; i < header.Cases; i++)
        {
            foreach (var cell in cells)
                cell.Add();
        }

        var (texts, labels) = Rest(bytes, header.Layout, dictionary);
        var names = new DistinctNames();
        var columns = cells.Select((cell, i) => cell.Build(names.For(dictionary.Variables[i].Name, $"v{i + 1}"), texts, labels)).ToArray();
        return new ImportedFile(path, $"Stata file (.dta), release {header.Layout.Release}", (int)header.Cases, columns, [.. Decisions(header, dictionary)], [.. cells.SelectMany(cell => cell.Misfits)]);
    }

    /// <summary>How a missing value is written: . or .a to .z.</summary>
    public static string Mark(int missing) => missing is > 0 and <= 26 ? $".{(char)('a' + missing - 1)}" : ".";

    private static void RequireRows(ByteCursor bytes, DtaHeader header, DtaDictionary dictionary)
    {
        long width = dictionary.Variables.Sum(variable => variable.Type.Bytes);
        if (header.Cases > bytes.Left / width)
            throw bytes.Fault(string.Create(CultureInfo.InvariantCulture, $"there is room for {bytes.Left / width} cases, and the header says {header.Cases}; the file is truncated or damaged"));
    }

    private static (Dictionary<(ulong, ulong), string> Texts, Dictionary<string, IReadOnlyList<ValueLabel>> Labels) Rest(ByteCursor bytes, DtaLayout layout, DtaDictionary dictionary)
    {
        Dictionary<(ulong, ulong), string> texts = [];
        if (layout.IsTagged)
        {
            DtaHeader.Expect(bytes, "</data>");
            dictionary.MoveToLongTexts();
            texts = DtaLongTexts.Read(bytes, layout);
            dictionary.MoveToLabels();
        }

        return (texts, new DtaLabels(bytes, layout).Read());
    }

    private static IEnumerable<string> Decisions(DtaHeader header, DtaDictionary dictionary)
    {
        yield return header.Layout.IsUnicode ? "texts are in UTF-8, as the release says." : "texts were read as Windows-1252, or as UTF-8 where they are that.";
        if (Names(dictionary, variable => variable.IsDay || variable.IsMoment) is { Length: > 0 } dates)
            yield return $"numbers shown as dates were written as dates: {dates}.";
        if (Names(dictionary, variable => variable.IsPeriod) is { Length: > 0 } periods)
            yield return $"weeks, months, quarters and years were kept as the numbers that Stata stores (0 is the first of 1960): {periods}.";
    }

    private static string Names(DtaDictionary dictionary, Func<DtaVariable, bool> choose) =>
        string.Join(", ", dictionary.Variables.Where(choose).Select(variable => variable.Name));
}
