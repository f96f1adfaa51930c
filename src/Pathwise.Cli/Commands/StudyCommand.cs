using System.CommandLine;

namespace Pathwise.Cli.Commands;

/// <summary>A study as a whole.</summary>
internal static class StudyCommand
{
    public static Command Create() => new("study", "Makes a study ready for an archive: checks what it lacks, and packs it.")
    {
        StudyCheckCommand.Create(),
        StudyPackageCommand.Create(),
    };
}
