using System.CommandLine;
using Pathwise.Cli.Console;
using Pathwise.Notebooks.Running;

namespace Pathwise.Cli.Commands;

/// <summary>The inside of a notebook's process; for the engine alone.</summary>
internal static class NotebookWorkerCommand
{
    private const string Name = "notebook-worker";

    /// <summary>How this program starts such a process.</summary>
    public static WorkerCommand Worker { get; } = WorkerCommand.OfAssembly(typeof(NotebookWorkerCommand).Assembly.Location, Name);

    public static Command Create()
    {
        var command = new Command(Name, "Runs the cells of one notebook for the engine.") { Hidden = true };
        command.SetAction(async _ =>
        {
            await Notebooks.Running.Worker.RunAsync().ConfigureAwait(false);
            return ExitCode.Done;
        });
        return command;
    }
}
