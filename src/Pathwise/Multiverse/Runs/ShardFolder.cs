using System.Globalization;
using Pathwise.Shards;

namespace Pathwise.Multiverse.Runs;

/// <summary>Where a shard of a run is written, below the folder of the whole.</summary>
internal static class ShardFolder
{
    /// <summary>The name of a shard's folder.</summary>
    public static string Name(Shard shard) => string.Create(CultureInfo.InvariantCulture, $"shard-{shard.Index}-of-{shard.Count}");

    /// <summary>The shards below a folder, by their names.</summary>
    public static IReadOnlyList<(Shard Shard, string Path)> In(string folder) =>
    [
        .. from path in Directory.Exists(folder) ? Directory.GetDirectories(folder, "shard-*-of-*") : []
           let words = Path.GetFileName(path).Split('-')
           where words is ["shard", _, "of", _] && int.TryParse(words[1], NumberStyles.None, CultureInfo.InvariantCulture, out _) && int.TryParse(words[3], NumberStyles.None, CultureInfo.InvariantCulture, out _)
           let shard = new Shard(int.Parse(words[1], CultureInfo.InvariantCulture), int.Parse(words[3], CultureInfo.InvariantCulture))
           orderby shard.Count, shard.Index
           select (shard, path),
    ];
}
