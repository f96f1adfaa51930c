using Pathwise.Tables;

namespace Pathwise.Notebooks.Replication;

/// <summary>The folder of a replication: another replication may replace it, and nothing else is ever replaced.</summary>
internal static class ReplicationFolder
{
    // A folder with this file was written by an earlier run and may be replaced; any other one is somebody's work.
    private const string Mark = "scorecard.json";

    private static readonly string[] Folders = ["assets", "data", "notebooks"];

    /// <summary>Prepares a folder. Throws <see cref="InputException"/> where it must not or cannot be replaced, or is being written.</summary>
    public static OutputFolder Replacing(string path) => OutputFolder.Replacing(path, target => RequireOurs(path, target));

    private static void RequireOurs(string given, string target)
    {
        if (!Directory.Exists(target) || !Directory.EnumerateFileSystemEntries(target).Any())
            return;
        if (!File.Exists(Path.Combine(target, Mark)))
            throw new InputException($"{given} holds other files (it has no {Mark}); expected an empty folder or an earlier replication.");
        if (Directory.EnumerateFileSystemEntries(target).FirstOrDefault(entry => !IsOurs(entry)) is { } foreign)
            throw new InputException($"{given} holds {Path.GetFileName(foreign)}, which no replication writes and which would be lost; move it away, or write to another folder.");
    }

    private static bool IsOurs(string entry)
    {
        var name = Path.GetFileName(entry);
        return Directory.Exists(entry) ? Folders.Contains(name) : name == Mark || name.EndsWith(".html", StringComparison.Ordinal);
    }
}
