using System.CommandLine;
using Pathwise.Cli.Console;
using Pathwise.Notebooks.Deposit;
using Pathwise.Notebooks.Replication;

namespace Pathwise.Cli.Commands;

/// <summary>Says what a study lacks.</summary>
internal static class StudyCheckCommand
{
    private const string Help = """
        Says what the study around this folder lacks before it can be deposited: README.md and LICENSE, a valid CITATION.cff, codecheck.yml with its
        outputs, answers that fit their codebooks and their checksums, a licence for every file (REUSE), notebooks.
        """;

    public static Command Create()
    {
        var command = new Command("check", Help);
        command.SetAction(Run);
        return command;
    }

    private static int Run(ParseResult parsed)
    {
        var faults = StudyCheck.Faults(Study.Around(Environment.CurrentDirectory));
        foreach (var fault in faults)
            parsed.InvocationConfiguration.Output.WriteLine(fault);
        if (faults.Count > 0)
            throw new InputException($"The study cannot be deposited yet: {(faults.Count == 1 ? "one thing is" : $"{faults.Count} things are")} missing or wrong.");
        parsed.InvocationConfiguration.Output.WriteLine("The study has all that a deposit needs.");
        return ExitCode.Done;
    }
}
