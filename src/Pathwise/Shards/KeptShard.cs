using Pathwise.Parallel;
using Pathwise.Tables;

namespace Pathwise.Shards;

/// <summary>
/// The file that one task keeps its shard in: what it holds already is carried on from, and what is done is saved every few seconds and at
/// the end. One run at a time has the file, until it is disposed.
/// </summary>
internal sealed class KeptShard : IDisposable
{
    private static readonly TimeSpan ShortestPause = TimeSpan.FromSeconds(1);

    private readonly ShardHeader header;
    private readonly FileLock hold;

    private KeptShard(string path, ShardHeader header, FileLock hold) => (Path, this.header, this.hold) = (path, header, hold);

    /// <summary>The file.</summary>
    public string Path { get; }

    /// <summary>What an earlier run left in it; null where it begins anew.</summary>
    public ShardFile? Earlier { get; private init; }

    /// <summary>Why an earlier file is not carried on from, as a sentence; null when it is, or there is none.</summary>
    public string? Abandoned { get; private init; }

    /// <summary>Opens the file of a shard, or begins one: anew where it is damaged.</summary>
    /// <exception cref="InputException">The file is something else, of another shard or other work, cannot be written, or is another run's.</exception>
    public static KeptShard Open(string path, ShardHeader header)
    {
        OutputFile.Probe(path);
        var hold = FileLock.Of(path);
        try
        {
            var earlier = File.Exists(path) && new FileInfo(path).Length > 0 ? ShardFile.Open(path) : null;
            return earlier is { Damage: { } damage }
                ? new(path, header, hold) { Abandoned = $"{path} is damaged ({damage}); the shard begins anew." }
                : new(path, header, hold) { Earlier = earlier is null ? null : Fitting(earlier, header) };
        }
        catch
        {
            hold.Dispose();
            throw;
        }
    }

    /// <summary>Does the work, and saves what it has done so far beside it and at the end.</summary>
    /// <param name="work">Does the work.</param>
    /// <param name="done">How much of it is done, while it is done.</param>
    /// <param name="total">How much there is to do.</param>
    /// <param name="write">Writes what is done, while it is done.</param>
    /// <returns>What the file says of itself in the end.</returns>
    public ShardHeader Run(Action work, Func<int> done, int total, Action<BinaryWriter> write)
    {
        ShardHeader Now() => header with { Done = done(), Total = total };
        using (new Repeated(() => Try(Now(), write), ShortestPause))
            work();
        var end = Now();
        ShardFile.Write(Path, end, write);
        return end;
    }

    /// <summary>Leaves the file to other runs.</summary>
    public void Dispose() => hold.Dispose();

    // A disk that is full now may not be later, and the work goes on.
    private void Try(ShardHeader now, Action<BinaryWriter> write)
    {
        try
        {
            ShardFile.Write(Path, now, write);
        }
        catch (InputException)
        {
            return;
        }
    }

    private static ShardFile Fitting(ShardFile earlier, ShardHeader header) => earlier.Header! switch
    {
        var own when own.Command != header.Command => throw new InputException($"{earlier.Path} is a shard of '{own.Command}'; expected one of '{header.Command}', or another file."),
        var own when own.Version != header.Version => throw new InputException($"{earlier.Path} was written by version {own.Version}, and this is {header.Version}; delete it to start anew."),
        var own when own.Plan != header.Plan => throw new InputException($"{earlier.Path} is a shard of other work: its model, data or options differ from those given now."),
        var own when own.Shard != header.Shard => throw new InputException($"{earlier.Path} is shard {own.Shard}, and {header.Shard} is asked for; expected another file."),
        _ => earlier,
    };
}
