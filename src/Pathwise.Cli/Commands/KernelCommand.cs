using System.CommandLine;

namespace Pathwise.Cli.Commands;

/// <summary>The Jupyter kernel.</summary>
internal static class KernelCommand
{
    public static Command Create() => new("kernel", "Opens the notebooks in Jupyter: registers the C# kernel, and is it.")
    {
        KernelInstallCommand.Create(),
        KernelRunCommand.Create(),
    };
}
