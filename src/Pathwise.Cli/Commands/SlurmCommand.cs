using System.CommandLine;

namespace Pathwise.Cli.Commands;

/// <summary>Work on a cluster that Slurm runs.</summary>
internal static class SlurmCommand
{
    public static Command Create() => new("slurm", "Batch files for Slurm, and which shards are lacking.")
    {
        SlurmScriptCommand.Create(),
        SlurmMissingCommand.Create(),
    };
}
