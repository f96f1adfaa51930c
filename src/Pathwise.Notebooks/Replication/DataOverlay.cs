namespace Pathwise.Notebooks.Replication;

/// <summary>
/// Other data in the shape of the repository's own folder: its files lie over a copy of the repository's, so that notebooks find
/// everything that they read, and what they write touches neither.
/// </summary>
internal static class DataOverlay
{
    /// <summary>
    /// Fills a folder with the repository's data, without the surveys of <c>raw</c> that the other data do not have, and then with the other data,
    /// and returns it.
    /// </summary>
    public static string Write(string other, string shipped, string folder, IReadOnlyList<string> without)
    {
        Copy(shipped, folder, path => !without.Any(survey => path.StartsWith(Path.Combine("raw", survey + "."), StringComparison.Ordinal)));
        Copy(other, folder, _ => true);
        return folder;
    }

    private static void Copy(string source, string target, Func<string, bool> isWanted)
    {
        // Listed before anything is written: the target may lie inside the source.
        var files = Directory.GetFiles(source, "*", SearchOption.AllDirectories).Where(file => isWanted(Path.GetRelativePath(source, file))).ToList();
        Directory.CreateDirectory(target);
        foreach (var file in files)
        {
            var place = Path.Combine(target, Path.GetRelativePath(source, file));
            Directory.CreateDirectory(Path.GetDirectoryName(place)!);
            File.Copy(file, place, overwrite: true);
            // Data that somebody protected are protected where they lie; this copy is written to.
            _ = new FileInfo(place) { IsReadOnly = false };
        }
    }
}
