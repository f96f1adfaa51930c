using System.Security.Cryptography;
using System.Text;
using Pathwise.Tables;

namespace Pathwise.Export;

/// <summary>
/// The folder of a report, written whole or not at all: into a new folder beside it, which then takes its place. A folder that is there already
/// is replaced when it holds a report that nobody changed since, as its list of checksums tells.
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
        var place = OutputFile.PlaceOf(folder);
        RequireOurs(folder, place);
        var (made, old) = (Beside(place), Beside(place));
        try
        {
            Fill(made, [.. files, Sums(files)]);
            Exchange(place, made, old);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new InputException($"{folder} cannot be written: {failure.Message}", failure);
        }
        finally
        {
            Delete(made);
        }
    }

    // What was there stays until the new folder stands in its place.
    private static void Exchange(string place, string made, string old)
    {
        var wasThere = Directory.Exists(place);
        if (wasThere)
            Directory.Move(place, old);
        try
        {
            Directory.Move(made, place);
        }
        catch when (wasThere)
        {
            Directory.Move(old, place);
            throw;
        }

        Delete(old);
    }

    private static void Fill(string folder, IEnumerable<ReportFile> files)
    {
        Directory.CreateDirectory(folder);
        foreach (var file in files)
            File.WriteAllBytes(Path.Combine(folder, file.Name), file.Bytes);
    }

    private static void Delete(string folder)
    {
        if (Directory.Exists(folder))
            Directory.Delete(folder, recursive: true);
    }

    private static string Beside(string place) => Path.Combine(Path.GetDirectoryName(place) ?? place, $".pathwise-{Guid.NewGuid():N}.tmp");

    private static ReportFile Sums(IEnumerable<ReportFile> files) =>
        ReportFile.Text(Checksums, string.Concat(files.OrderBy(file => file.Name, StringComparer.Ordinal).Select(file => $"{Sum(file.Bytes)}  {file.Name}\n")));

    private static string Sum(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

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

    private static bool IsKnown(string entry, HashSet<string> known) => File.Exists(entry) && known.Contains($"{Sum(File.ReadAllBytes(entry))}  {Path.GetFileName(entry)}");
}
