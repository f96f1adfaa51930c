using System.CommandLine;
using Pathwise.Cli.Console;
using Pathwise.Notebooks.Jupyter;
using Pathwise.Notebooks.Running;

namespace Pathwise.Cli.Commands;

/// <summary>Registers the kernel with Jupyter.</summary>
internal static class KernelInstallCommand
{
    // The first is the name that C# notebooks carry, the second is ours alone.
    private static readonly (string Name, string Title)[] Kernels = [(".net-csharp", ".NET (C#)"), ("pathwise", "Pathwise (C#)")];

    private static readonly Option<bool> User = new("--user") { Description = "For this user (the default)." };
    private static readonly Option<string?> Prefix = new("--prefix") { Description = "Below DIR/share/jupyter instead, such as a Python environment.", HelpName = "DIR" };

    public static Command Create()
    {
        var command = new Command("install", "Registers the kernel under the names .net-csharp and pathwise.") { User, Prefix };
        command.SetAction(Install);
        return command;
    }

    private static int Install(ParseResult parsed)
    {
        var prefix = parsed.GetValue(Prefix);
        if (prefix is not null && parsed.GetValue(User))
            throw new InputException("Both --user and --prefix are given; expected one of them.");
        var folder = prefix is null ? KernelSpecification.UserFolder : Path.Combine(Path.GetFullPath(prefix), "share", "jupyter");
        var command = WorkerCommand.OfProgram(typeof(KernelInstallCommand).Assembly.Location, "pathwise", "kernel", "run");
        foreach (var (name, title) in Kernels)
            parsed.InvocationConfiguration.Output.WriteLine(
                KernelSpecification.Install(folder, name, title, command) ?? $"Left as it is: another program's kernel {name} below {folder}.");
        return ExitCode.Done;
    }
}
