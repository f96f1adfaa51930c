using System.IO.Compression;

namespace Pathwise.Export.Formats;

/// <summary>A zip whose bytes depend on its content alone: entries in the order of their names, all of one date.</summary>
internal static class FixedZip
{
    private const string ContentTypes = "[Content_Types].xml";

    // The earliest date that a zip can hold.
    private static readonly DateTimeOffset Date = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>The same entries; the list of content types first, by which readers of Office files know what it is.</summary>
    public static byte[] Of(Stream made)
    {
        using var source = new ZipArchive(made, ZipArchiveMode.Read, leaveOpen: true);
        using var fixedBytes = new MemoryStream();
        using (var target = new ZipArchive(fixedBytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var entry in source.Entries.OrderBy(entry => entry.FullName != ContentTypes).ThenBy(entry => entry.FullName, StringComparer.Ordinal))
                Copy(entry, target.CreateEntry(entry.FullName, CompressionLevel.Optimal));
        }

        return fixedBytes.ToArray();
    }

    private static void Copy(ZipArchiveEntry from, ZipArchiveEntry to)
    {
        to.LastWriteTime = Date;
        using var input = from.Open();
        using var output = to.Open();
        input.CopyTo(output);
    }
}
