using Pathwise.Sem.Estimation;

namespace Pathwise.Cli.Console;

/// <summary>What a fit means for the exit code.</summary>
internal static class FitOutcome
{
    /// <summary>Failure when the model did not converge or is not identified, although what was found is printed.</summary>
    public static int ExitCodeOf(FitResult fit) =>
        fit.HasConverged && fit.Warnings.All(warning => warning.Code != "not-identified") ? ExitCode.Done : ExitCode.Failure;
}
