using System.Globalization;
using Pathwise.Shards;
using Pathwise.Tables;

namespace Pathwise.Multiverse.Runs;

/// <summary>Puts the shards of a multiverse together.</summary>
public static class MultiverseMerging
{
    private static readonly string[] Files = [RunFiles.Lines, RunFiles.Draws];

    /// <summary>
    /// Puts the shards below a folder together, in it: the same bytes as one run would have written.
    /// </summary>
    /// <exception cref="InputException">Shards are missing, damaged, or of different runs; the message names them.</exception>
    public static MultiverseResult Merge(string folder)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        var shards = ShardFolder.In(folder);
        if (shards.Count == 0)
            throw new InputException($"{folder} has no shards; expected folders shard-k-of-K that 'pathwise multiverse run --shard k/K --out {folder}' made.");
        var header = Whole(folder, shards);
        RequireAll(folder, shards);
        var place = OutputFile.PlaceOf(folder);
        using var alone = FileLock.Of(Path.Combine(place, RunFiles.Lines));
        foreach (var file in Files.Where(file => File.Exists(Path.Combine(shards[0].Path, file))))
            OutputFile.WriteBytes(Path.Combine(place, file), target => shards.Select(shard => Path.Combine(shard.Path, file)).ToList().ForEach(path => Append(path, target)));
        OutputFile.Write(Path.Combine(place, RunHeader.FileName), writer => writer.Write(header.Text(RunHeader.PlanIn(shards[0].Path))));
        MultiverseFolder.Summarize(place);
        return MultiverseFolder.Read(place);
    }

    // What the shards have in common; they are of one run, shared out among as many.
    private static RunHeader Whole(string folder, IReadOnlyList<(Shard Shard, string Path)> shards)
    {
        var headers = shards.Select(shard => (shard.Shard, Header: RunHeader.Read(shard.Path))).ToList();
        if (headers.FirstOrDefault(each => each.Header is null) is { Shard: { } bare })
            throw new InputException($"{folder}: the shard {bare} has no {RunHeader.FileName}; run it again.");
        var first = headers[0].Header! with { Shard = null };
        if (headers.FirstOrDefault(each => each.Header! with { Shard = null } != first) is { Shard: { } other })
            throw new InputException($"{folder}: the shards {shards[0].Shard} and {other} are of different runs: another plan, other data or other resamples.");
        return shards.Select(shard => shard.Shard.Count).Distinct().Count() == 1
            ? first
            : throw new InputException($"{folder} has shards of {string.Join(" and of ", shards.Select(shard => shard.Shard.Count).Distinct())}; remove those of one run.");
    }

    private static void RequireAll(string folder, IReadOnlyList<(Shard Shard, string Path)> shards)
    {
        var count = shards[0].Shard.Count;
        int[] missing = [.. Enumerable.Range(1, count).Where(k => shards.All(shard => shard.Shard.Index != k || ShardSeal.IsWhole(shard.Path) is null))];
        int[] damaged = [.. shards.Where(shard => ShardSeal.IsWhole(shard.Path) == false).Select(shard => shard.Shard.Index)];
        if (missing.Length + damaged.Length == 0)
            return;
        var words = new[] { (missing, "missing or unfinished"), (damaged, "damaged") }.Where(each => each.Item1.Length > 0).Select(each => $"{each.Item2}: {List(each.Item1)}");
        throw new InputException(string.Create(CultureInfo.InvariantCulture, $"{folder}: of {count} shards {string.Join("; ", words)}. Run them again ({(damaged.Length > 0 ? "after removing the damaged ones; " : "")}--array={List([.. missing.Union(damaged).Order()])})."));
    }

    private static string List(int[] numbers) => string.Join(',', numbers.Select(number => number.ToString(CultureInfo.InvariantCulture)));

    private static void Append(string path, Stream target)
    {
        using var source = File.OpenRead(path);
        source.CopyTo(target);
    }
}
