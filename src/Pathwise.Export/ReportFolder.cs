using System.Text;
using Pathwise.Tables;

namespace Pathwise.Export;

/// <summary>
/// The folder of a report. One that is there already is replaced when it holds a report that nobody changed since, as its list of checksums tells.
/// </summary>
internal static class ReportFolder
{
    private const string Checksums = "SHA256SUMS";

    /// <summary>Refuses, before any work, a folder that cannot be written or holds what would be lost.</summary>
    /// <exception cref="InputException">The folder cannot be written, or holds something else than an unchanged report.</exception>
    public static void Probe(string folder)
    {
        var place = OutputFile.PlaceOf(folder);
        OutputFile.Probe(Path.Combine(place, Checksums), makesFolder: true);
        RequireOurs(folder, place);
    }

    /// <summary>Writes the files and the list of their checksums.</summary>
    /// <exception cref="InputException">The folder cannot be written, or holds something else than an unchanged report.</exception>
    public static void Write(string folder, IReadOnlyList<ReportFile> files)
    {
        using var made = OutputFolder.Replacing(folder, place => RequireOurs(folder, place));
        try
        {
            foreach (var file in files.Append(Sums(files)))
                File.WriteAllBytes(Path.Combine(made.Path, file.Name), file.Bytes);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new InputException($"{folder} cannot be written: {failure.Message}", failure);
        }

        made.Complete();
    }

    private static ReportFile Sums(IEnumerable<ReportFile> files) =>
        ReportFile.Text(Checksums, Checksum.Lines(files.OrderBy(file => file.Name, StringComparer.Ordinal).Select(file => (file.Name, file.Bytes))));

    private static void RequireOurs(string folder, string place)
    {
        if (File.Exists(place))
            throw new InputException($"{folder} is a file; expected a folder to write, or none.");
        if (!Directory.Exists(place))
            return;
        var sums = Path.Combine(place, Checksums);
        var known = File.Exists(sums) ? File.ReadAllText(sums, Encoding.UTF8).Split('\n').ToHashSet() : [];
        if (Directory.EnumerateFileSystemEntries(place).Order(StringComparer.Ordinal).FirstOrDefault(entry => entry != sums && !IsKnown(entry, known)) is { } foreign)
            throw new InputException($"{foreign} is not of a report as 'pathwise report' wrote it, or was changed since, and would be lost; name another folder.");
    }

    private static bool IsKnown(string entry, HashSet<string> known) => File.Exists(entry) && known.Contains(Checksum.Lines([(Path.GetFileName(entry), File.ReadAllBytes(entry))]).TrimEnd());
}
