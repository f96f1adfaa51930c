using System.Diagnostics;
using System.Text;
using Pathwise.Notebooks.Execution;

namespace Pathwise.Notebooks.Running;

/// <summary>How the process of a notebook is started: a program, called so that it runs <see cref="Worker.RunAsync"/>.</summary>
public sealed record WorkerCommand(string Program, IReadOnlyList<string> Arguments)
{
    private const string Store = ".store";

    /// <summary>An assembly run by the .NET that runs this process.</summary>
    public static WorkerCommand OfAssembly(string path, params IEnumerable<string> arguments) => new(DotNet.Program, ["exec", path, .. arguments]);

    /// <summary>
    /// A program as it is found after an update, too: of an assembly in the store of installed .NET tools, whose folder carries the version and
    /// goes with it, the command beside the store; else the assembly.
    /// </summary>
    public static WorkerCommand OfProgram(string path, string name, params IEnumerable<string> arguments)
    {
        for (var folder = Path.GetDirectoryName(path); folder is not null; folder = Path.GetDirectoryName(folder))
            if (Path.GetFileName(folder) == Store && Beside(folder, name) is var command && File.Exists(command))
                return new(command, [.. arguments]);
        return OfAssembly(path, arguments);
    }

    private static string Beside(string store, string name) => Path.Combine(Path.GetDirectoryName(store)!, OperatingSystem.IsWindows() ? name + ".exe" : name);

    internal ProcessStartInfo StartInfo()
    {
        var utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        var start = new ProcessStartInfo(Program, Arguments)
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardInputEncoding = utf8,
            StandardOutputEncoding = utf8,
        };
        // The process lives for seconds: code that is compiled fast serves it better than code that is measured first.
        start.Environment["DOTNET_TieredPGO"] = "0";
        return start;
    }
}
