using System.CommandLine;

namespace Pathwise.Cli.Commands;

/// <summary>Runs, checks and exports notebooks.</summary>
internal static class NotebookCommand
{
    public static Command Create() => new("notebook", "Runs, checks and exports notebooks.")
    {
        NotebookCheckCommand.Create(),
        NotebookExportCommand.Create(),
        NotebookRunCommand.Create(),
    };
}
