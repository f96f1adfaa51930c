using System.CommandLine;
using Pathwise.Cli.Options;
using Pathwise.Multiverse.Runs;

namespace Pathwise.Cli.Commands;

/// <summary>Puts the shards of a multiverse together.</summary>
internal sealed class MultiverseMergeCommand
{
    private readonly Argument<string> folder = new("DIR") { Description = "The folder that the shards were written below." };
    private readonly OutputArguments output = new();

    public static Command Create()
    {
        var made = new MultiverseMergeCommand();
        var command = new Command("merge", "Puts the shards below DIR together, to the same bytes as one run; names those that are missing or damaged, and refuses those of different runs.") { made.folder };
        foreach (var option in made.output.Options)
            command.Add(option);
        command.SetAction(made.Run);
        return command;
    }

    private int Run(ParseResult parsed)
    {
        output.Check(parsed);
        var path = parsed.GetValue(folder)!;
        return MultiverseRunCommand.Print(parsed, output, path, MultiverseMerging.Merge(path), []);
    }
}
