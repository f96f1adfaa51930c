namespace Pathwise.Cli.Console;

/// <summary>What the command's exit code tells a script.</summary>
internal static class ExitCode
{
    public const int Done = 0;

    /// <summary>A defect of Pathwise.</summary>
    public const int Defect = 1;

    /// <summary>Input that cannot be used; one line on standard error says why.</summary>
    public const int BadInput = 2;

    /// <summary>A numerical failure, or a notebook that failed.</summary>
    public const int Failure = 3;

    /// <summary>A synthesis that missed targets.</summary>
    public const int MissedTargets = 4;

    /// <summary>An audit that found inconsistencies.</summary>
    public const int Inconsistent = 5;
}
