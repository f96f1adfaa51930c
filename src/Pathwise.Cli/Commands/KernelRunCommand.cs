using System.CommandLine;
using Pathwise.Notebooks.Jupyter;

namespace Pathwise.Cli.Commands;

/// <summary>Is the kernel; Jupyter calls this.</summary>
internal static class KernelRunCommand
{
    private static readonly Argument<string> File = new("CONNECTION_FILE") { Description = "The file in which Jupyter says where the kernel is expected." };

    public static Command Create()
    {
        var command = new Command("run", "Serves a Jupyter client.") { File };
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellation)
    {
        var connection = Connection.Read(parsed.GetValue(File)!);
        KernelProcess.Prepare();
        using (var kernel = new Kernel(connection, Environment.CurrentDirectory))
            await kernel.RunAsync(cancellation).ConfigureAwait(false);
        // A cell that was left behind must not keep the process.
        Environment.Exit(ExitCode.Done);
        return ExitCode.Done;
    }
}
