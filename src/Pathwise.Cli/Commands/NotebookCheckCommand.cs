using System.CommandLine;
using Pathwise.Cli.Console;
using Pathwise.Notebooks.Replication;
using Pathwise.Notebooks.Running;

namespace Pathwise.Cli.Commands;

/// <summary>Checks that committed notebooks show what their code gives.</summary>
internal static class NotebookCheckCommand
{
    private static readonly Argument<string[]> Files = new("FILES")
    {
        Description = "Notebooks (.ipynb); all of the repository unless given.",
        Arity = ArgumentArity.ZeroOrMore,
    };

    public static Command Create()
    {
        var command = new Command("check", "Runs notebooks and compares their outputs with the committed ones; looks for what must not be committed.") { Files };
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellation)
    {
        var files = parsed.GetValue(Files) is { Length: > 0 } given ? given : Study.Around(Environment.CurrentDirectory).RequireNotebooks();
        var output = parsed.InvocationConfiguration.Output;
        var faults = 0;
        foreach (var file in files)
        {
            var found = await FaultsAsync(file, cancellation).ConfigureAwait(false);
            faults += found.Count;
            await output.WriteLineAsync($"{file}: {(found.Count == 0 ? "as committed" : string.Join(Environment.NewLine + "  ", found.Prepend("")))}").ConfigureAwait(false);
        }

        return faults == 0 ? ExitCode.Done : ExitCode.Failure;
    }

    private static async Task<List<string>> FaultsAsync(string file, CancellationToken cancellation)
    {
        var runs = new NotebookRunner(NotebookWorkerCommand.Worker).RunAsync([file], cancellation);
        var faults = new List<string>();
        await foreach (var run in runs.ConfigureAwait(false))
            faults.AddRange([.. NotebookCheck.OfFile(file), .. NotebookCheck.OfRun(run)]);
        return faults;
    }
}
