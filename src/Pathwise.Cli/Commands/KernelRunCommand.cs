using System.CommandLine;
using Pathwise.Cli.Console;
using Pathwise.Notebooks.Jupyter;

namespace Pathwise.Cli.Commands;

/// <summary>Is the kernel; Jupyter calls this.</summary>
internal static class KernelRunCommand
{
    private static readonly Argument<string> File = new("CONNECTION_FILE") { Description = "The file in which Jupyter says where the kernel is expected." };

    private static readonly Option<bool> AllowNoKey = new("--allow-no-key")
    {
        Description = "Serve without a key, so that everybody on this machine can run code as you.",
    };

    public static Command Create()
    {
        var command = new Command("run", "Serves a Jupyter client.") { File, AllowNoKey };
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellation)
    {
        var connection = Connection.Read(parsed.GetValue(File)!, parsed.GetValue(AllowNoKey));
        KernelProcess.Prepare();
        using (var kernel = new Kernel(connection, Environment.CurrentDirectory))
        {
            KernelProcess.Guard(kernel);
            await kernel.RunAsync(cancellation).ConfigureAwait(false);
        }

        // A cell that was left behind must not keep the process.
        Environment.Exit(ExitCode.Done);
        return ExitCode.Done;
    }
}
