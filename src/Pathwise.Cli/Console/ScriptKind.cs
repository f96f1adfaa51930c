namespace Pathwise.Cli.Console;

/// <summary>What the tasks of a batch script do.</summary>
internal enum ScriptKind
{
    /// <summary>A shard each, in files of their own that are merged.</summary>
    Shards,

    /// <summary>A shard each of a multiverse, which keeps its own files.</summary>
    Multiverse,

    /// <summary>A seed each.</summary>
    Seeds,
}
