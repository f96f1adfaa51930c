using System.CommandLine;
using Pathwise.Cli.Console;
using Pathwise.Notebooks.Replication;

namespace Pathwise.Cli.Commands;

/// <summary>Runs the study: every notebook, then the scorecard of every published number; a failing notebook leaves the others.</summary>
internal static class ReplicateCommand
{
    private static readonly Option<string?> Data = new("--data")
    {
        Description = "A folder of other data with files of the same codebook; checked before anything runs.",
        HelpName = "DIR",
    };

    private static readonly Option<string?> Out = new("--out")
    {
        Description = "The folder to write, artifacts/replication by default.",
        HelpName = "DIR",
    };

    private static readonly Option<bool> Verbose = new("--verbose")
    {
        Description = "Prints every published value also on a terminal, rather than those alone that differ.",
    };

    public static Command Create()
    {
        var command = new Command("replicate", "Runs every notebook and sets each published number beside the recomputed one.") { Data, Out, Verbose };
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellation)
    {
        var study = Study.Around(Environment.CurrentDirectory);
        var target = parsed.GetValue(Out) ?? study.DefaultOutput;
        var console = Terminal.On(parsed.InvocationConfiguration.Output);
        var result = await NotebookProgress.ShowAsync(console, study.Notebooks.Count, (started, finished) =>
            new ReplicationRun(study, NotebookWorkerCommand.Worker)
            {
                Data = parsed.GetValue(Data), Output = target, Progress = started, Finished = finished,
            }.RunAsync(cancellation)).ConfigureAwait(false);
        ScorecardConsole.Write(console, result.Scorecard, parsed.GetValue(Verbose) || !console.Profile.Out.IsTerminal);
        var index = Path.Combine(Path.GetRelativePath(Environment.CurrentDirectory, target), "index.html");
        await parsed.InvocationConfiguration.Output.WriteLineAsync($"Pages, notebooks and every value: {index}").ConfigureAwait(false);
        if (result.LeftOut.Count > 0)
            await parsed.InvocationConfiguration.Output.WriteLineAsync($"Left out, since the data do not have the survey that they read: {string.Join(", ", result.LeftOut)}").ConfigureAwait(false);
        foreach (var failure in result.Failures)
            NotebookRunCommand.Report(parsed, failure);
        return result.Failures.Count == 0 ? ExitCode.Done : ExitCode.Failure;
    }
}
