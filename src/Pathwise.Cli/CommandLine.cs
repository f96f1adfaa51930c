using System.CommandLine;
using System.CommandLine.Help;
using Pathwise.Cli.Commands;

namespace Pathwise.Cli;

/// <summary>The command <c>pathwise</c>: what can be called, and what a caller's mistake looks like.</summary>
internal static class CommandLine
{
    /// <summary>Runs one command line and returns its exit code.</summary>
    public static async Task<int> RunAsync(IReadOnlyList<string> args, TextWriter output, TextWriter error)
    {
        var parsed = Root().Parse(args);
        if (parsed.Errors.Count > 0)
        {
            // A word that is no command also leaves the command missing; the word is the better thing to name.
            var why = parsed.UnmatchedTokens is [var unknown, ..] ? $"Unrecognized command or argument '{unknown}'." : parsed.Errors[0].Message;
            return Complain(error, $"{why} See 'pathwise --help'.", ExitCode.BadInput);
        }

        try
        {
            var configuration = new InvocationConfiguration { EnableDefaultExceptionHandler = false, Output = output, Error = error };
            return await parsed.InvokeAsync(configuration).ConfigureAwait(false);
        }
        catch (InputException mistake)
        {
            return Complain(error, mistake.Message, ExitCode.BadInput);
        }
        catch (OperationCanceledException)
        {
            return Complain(error, "interrupted.", ExitCode.Failure);
        }
    }

    // Not a RootCommand: that one is called after the assembly, whose name is not the command's.
    private static Command Root() => new("pathwise", "Structural equation models, and the notebooks that replicate a survey study with them.")
    {
        new HelpOption { Recursive = true },
        new VersionOption(),

        // One line for each command, in alphabetical order; each lives in a file of its own under Commands/.
        AuditCommand.Create(),
        CompareCommand.Create(),
        EffectsCommand.Create(),
        FitCommand.Create(),
        KernelCommand.Create(),
        NotebookCommand.Create(),
        NotebookWorkerCommand.Create(),
        PowerCommand.Create(),
        RegenerateCommand.Create(),
        ReliabilityCommand.Create(),
        ReplicateCommand.Create(),
        SynthesizeCommand.Create(),
    };

    private static int Complain(TextWriter error, string message, int exitCode)
    {
        error.WriteLine($"pathwise: {message.ReplaceLineEndings(" ")}");
        return exitCode;
    }
}
