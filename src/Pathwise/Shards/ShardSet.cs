using System.Globalization;

namespace Pathwise.Shards;

/// <summary>All shards of one piece of work, each of them once, whole and complete, in their order.</summary>
internal sealed class ShardSet
{
    /// <summary>How the files of shards end.</summary>
    public const string Extension = ".pwp";

    private ShardSet(IReadOnlyList<ShardFile> files) => Files = files;

    /// <summary>The files, in the order of the shards.</summary>
    public IReadOnlyList<ShardFile> Files { get; }

    /// <summary>What they have in common.</summary>
    public ShardHeader Header => Files[0].Header!;

    /// <summary>Reads shards of a command.</summary>
    /// <param name="places">Files, or folders whose files end in <see cref="Extension"/>.</param>
    /// <param name="command">The command, as <c>power</c>.</param>
    /// <param name="version">The version of Pathwise that they must be of.</param>
    /// <exception cref="InputException">They are of different work, doubled, damaged, missing or unfinished; the message says which to run again.</exception>
    public static ShardSet Open(IEnumerable<string> places, string command, string version)
    {
        ShardFile[] files = [.. places.SelectMany(Paths).DistinctBy(Path.GetFullPath).Select(ShardFile.Open)];
        ShardFile[] readable = [.. files.Where(file => file.Header is not null)];
        if (readable.Length == 0)
            throw new InputException(files.Length == 0 ? "No file of a shard is named." : $"{Names(files)}: damaged, so that not even the number of shards is known; run all of them again.");
        RequireOneWork(readable, command, version);
        RequireOnce([.. readable.Where(file => file.Damage is null)]);
        RequireAll(files, readable);
        return new([.. readable.OrderBy(file => file.Header!.Index)]);
    }

    /// <summary>The shards of so many that are missing, damaged or unfinished in a folder, as an array of Slurm takes them; empty when all are there.</summary>
    /// <exception cref="InputException">There cannot be so many, or a file there is none of them.</exception>
    public static string Lacking(string folder, int count)
    {
        if (count is < 1 or > Shard.Most)
            throw new InputException(string.Create(CultureInfo.InvariantCulture, $"{count} shards are asked for; expected from 1 to {Shard.Most}."));
        ShardFile[] files = Directory.Exists(folder) ? [.. Directory.GetFiles(folder, "*" + Extension).Order(StringComparer.Ordinal).Select(ShardFile.Open)] : [];
        if (Array.Find(files, file => file.Header is { } header && header.Count != count) is { } other)
            throw new InputException($"{other.Path} is shard {other.Header!.Shard}; expected shards of {count.ToString(CultureInfo.InvariantCulture)}, or another folder.");
        var good = files.Where(file => file is { Damage: null, Header.IsComplete: true }).Select(file => file.Header!.Index).ToHashSet();
        return Ranges([.. Enumerable.Range(1, count).Where(index => !good.Contains(index))]);
    }

    private static IEnumerable<string> Paths(string place)
    {
        if (!Directory.Exists(place))
            return [place];
        string[] found = [.. Directory.GetFiles(place, "*" + Extension).Order(StringComparer.Ordinal)];
        return found.Length > 0 ? found : throw new InputException($"{place} holds no file *{Extension}; expected those that --shard k/K --out FILE wrote.");
    }

    private static void RequireOneWork(ShardFile[] files, string command, string version)
    {
        if (Array.Find(files, file => file.Header!.Command != command) is { } other)
            throw new InputException($"{other.Path} is a shard of '{other.Header!.Command}'; expected shards of '{command}'.");
        if (Array.Find(files, file => file.Header!.Version != version) is { } older)
            throw new InputException($"{older.Path} was written by version {older.Header!.Version}, and this is {version}; expected shards of this version.");
        var first = files[0];
        if (Array.Find(files, file => file.Header!.Plan != first.Header!.Plan) is { } mixed)
            throw new InputException($"{first.Path} and {mixed.Path} are shards of different work: their model, data or options differ.");
        if (Array.Find(files, file => file.Header!.Count != first.Header!.Count) is { } counted)
            throw new InputException($"{first.Path} is shard {first.Header!.Shard} and {counted.Path} shard {counted.Header!.Shard}; expected shards of one number.");
    }

    private static void RequireOnce(ShardFile[] files)
    {
        if (files.GroupBy(file => file.Header!.Index).FirstOrDefault(group => group.Count() > 1) is { } twice)
            throw new InputException($"Shard {twice.First().Header!.Shard} is there more than once: {Names(twice)}; leave out all but one.");
    }

    private static void RequireAll(ShardFile[] files, ShardFile[] readable)
    {
        var count = readable[0].Header!.Count;
        var good = readable.Where(file => file.Damage is null && file.Header!.IsComplete).Select(file => file.Header!.Index).ToHashSet();
        int[] again = [.. Enumerable.Range(1, count).Where(index => !good.Contains(index))];
        if (again.Length == 0 && Array.TrueForAll(files, file => file.Damage is null))
            return;
        if (again.Length == 0)
            throw new InputException($"All {count} shards are there, and besides damaged files: {Names(files.Where(file => file.Damage is not null))}; leave them out.");
        ShardFile[] damaged = [.. files.Where(file => file.Damage is not null)], unfinished = [.. readable.Where(file => file.Damage is null && !file.Header!.IsComplete)];
        var there = readable.Select(file => file.Header!.Index).ToHashSet();
        string[] what =
        [
            .. Clause("missing", [.. again.Where(index => !there.Contains(index))], ""),
            .. damaged.Length > 0 ? [$"damaged: {Names(damaged)} ({damaged[0].Damage})"] : Array.Empty<string>(),
            .. Clause("unfinished", [.. unfinished.Select(file => file.Header!.Index)], $" ({Names(unfinished)})"),
        ];
        throw new InputException($"{again.Length} of {count} shards are lacking; {string.Join("; ", what)}. Run them again, in Slurm with --array={Ranges(again)}, and merge then.");
    }

    private static IEnumerable<string> Clause(string word, int[] indices, string where) => indices.Length > 0 ? [$"{word}: {Ranges(indices)}{where}"] : [];

    private static string Names(IEnumerable<ShardFile> files) => files.Select(file => file.Path).ToArray() is { Length: > 4 } many
        ? $"{string.Join(", ", many.Take(4))} and {many.Length - 4} more"
        : string.Join(", ", files.Select(file => file.Path));

    /// <summary>Rising numbers as an array of Slurm takes them: <c>1-3,7</c>.</summary>
    internal static string Ranges(IReadOnlyList<int> indices)
    {
        var texts = new List<string>();
        for (var i = 0; i < indices.Count;)
        {
            var end = i;
            while (end + 1 < indices.Count && indices[end + 1] == indices[end] + 1)
                end++;
            texts.Add(i == end ? Number(indices[i]) : $"{Number(indices[i])}-{Number(indices[end])}");
            i = end + 1;
        }

        return string.Join(",", texts);
    }

    private static string Number(int index) => index.ToString(CultureInfo.InvariantCulture);
}
