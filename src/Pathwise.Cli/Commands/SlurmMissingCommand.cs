using System.CommandLine;
using Pathwise.Shards;

namespace Pathwise.Cli.Commands;

/// <summary>Says which shards are lacking.</summary>
internal static class SlurmMissingCommand
{
    public static Command Create()
    {
        var folder = new Argument<string>("FOLDER") { Description = $"The folder of the shards' files, *{ShardSet.Extension}; it need not exist." };
        var shards = new Option<int>("--shards") { Description = "How many there are to be.", HelpName = "K", Required = true };
        var command = new Command("missing", "Prints the shards that are missing, damaged or unfinished as sbatch --array takes them (2-3,7); nothing where all are there.") { folder, shards };
        command.SetAction(parsed =>
        {
            var lacking = ShardSet.Lacking(parsed.GetValue(folder)!, parsed.GetValue(shards));
            if (lacking.Length > 0)
                parsed.InvocationConfiguration.Output.WriteLine(lacking);
        });
        return command;
    }
}
