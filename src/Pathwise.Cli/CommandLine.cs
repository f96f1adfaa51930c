using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using System.CommandLine.Parsing;
using Pathwise.Cli.Commands;
using Pathwise.Cli.Console;

namespace Pathwise.Cli;

/// <summary>The command <c>pathwise</c>: what can be called, and how a call ends.</summary>
internal static class CommandLine
{
    private static readonly Option<bool> Debug = new("--debug") { Description = "Where something fails, show the place in the code.", Recursive = true };

    /// <summary>Runs one command line and returns its exit code.</summary>
    public static async Task<int> RunAsync(IReadOnlyList<string> args, TextWriter output, TextWriter error, Interrupts? interrupts = null)
    {
        var ending = new Ending(error, args.Contains(Debug.Name));
        try
        {
            args = SlurmScriptCommand.Separated(args);
            var parsed = Root().Parse(args);
            if (ParseComplaint.UnknownOption(parsed, args) is { } unknown)
                throw new InputException($"Unrecognized option '{unknown}'. See '{Name(parsed.CommandResult)} --help'.");
            if (parsed.Errors.Count > 0)
                throw new InputException($"{ParseComplaint.Of(parsed)} See '{Name(parsed.CommandResult)} --help'.");
            if (interrupts is not null)
                interrupts.IsHeeded = parsed.Action is AsynchronousCommandLineAction;
            // Signals are answered by ourselves: the library's answer to a second one ends in an exception.
            var configuration = new InvocationConfiguration
            {
                EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null, Output = output, Error = error,
            };
            return await parsed.InvokeAsync(configuration, interrupts?.Token ?? CancellationToken.None).ConfigureAwait(false);
        }
        catch (Exception failure)
        {
            return ending.Of(failure);
        }
    }

    // Not a RootCommand: that one is called after the assembly, whose name is not the command's.
    internal static Command Root() => new("pathwise", "Structural equation models, and the notebooks that replicate a survey study with them.")
    {
        new HelpOption { Recursive = true },
        new VersionOption(),
        Debug,

        // One line for each command, in alphabetical order; each lives in a file of its own under Commands/.
        AuditCommand.Create(),
        CleanCommand.Create(),
        CompareCommand.Create(),
        CutoffsCommand.Create(),
        EffectsCommand.Create(),
        EquivalentsCommand.Create(),
        FitCommand.Create(),
        ImportCommand.Create(),
        InfluenceCommand.Create(),
        InvarianceCommand.Create(),
        KernelCommand.Create(),
        MultiverseCommand.Create(),
        NewCommand.Create(),
        NotebookCommand.Create(),
        NotebookWorkerCommand.Create(),
        PowerCommand.Create(),
        RegenerateCommand.Create(),
        ReliabilityCommand.Create(),
        ReplicateCommand.Create(),
        ReportCommand.Create(),
        SensitivityCommand.Create(),
        SlurmCommand.Create(),
        StudyCommand.Create(),
        SynthesizeCommand.Create(),
    };

    private static string Name(CommandResult command) =>
        command.Parent is CommandResult above ? $"{Name(above)} {command.Command.Name}" : command.Command.Name;
}
