using System.CommandLine;
using Pathwise.Shards;

namespace Pathwise.Cli.Options;

/// <summary>The option that says which shard of the work this run does.</summary>
internal sealed class ShardArguments
{
    private readonly Option<string?> shard = new("--shard")
    {
        Description = "Do the k-th of K parts of the work; 'merge' puts them together, to the same bits as one run. /K takes k, and auto (or nothing) both, from the task of a Slurm, PBS, Grid Engine, LSF, AWS Batch or Kubernetes array.",
        HelpName = "k/K",
        Arity = ArgumentArity.ZeroOrOne,
    };

    public IEnumerable<Option> Options => [shard];

    /// <summary>The shard asked for; null when all the work is.</summary>
    /// <exception cref="InputException">It is no shard, or the environment does not tell what is left out.</exception>
    public Shard? Plan(ParseResult parsed) => parsed.Has(shard) ? Shard.Parse(shard.Name, parsed.GetValue(shard), Environment.GetEnvironmentVariable) : null;
}
