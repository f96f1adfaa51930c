using System.CommandLine;

namespace Pathwise.Cli.Commands;

/// <summary>Every defensible analysis at once.</summary>
internal static class MultiverseCommand
{
    public static Command Create() => new("multiverse", "Runs every analysis that could be defended, and says where the published one stands among them.")
    {
        MultiversePlanCommand.Create(),
        MultiverseRunCommand.Create(),
        MultiverseShowCommand.Create(),
        MultiverseMergeCommand.Create(),
        MultiverseReportCommand.Create(),
    };
}
