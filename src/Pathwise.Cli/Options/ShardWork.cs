namespace Pathwise.Cli.Options;

/// <summary>The work of a shard.</summary>
/// <param name="Total">How many pieces it has.</param>
/// <param name="Done">How many are done, also while others are.</param>
/// <param name="Read">Takes over what an earlier run has written.</param>
/// <param name="Do">Does what is lacking, or as much as there is time for.</param>
/// <param name="Write">Writes what is done, also while more is.</param>
internal sealed record ShardWork(int Total, Func<int> Done, Action<BinaryReader> Read, Action Do, Action<BinaryWriter> Write);
