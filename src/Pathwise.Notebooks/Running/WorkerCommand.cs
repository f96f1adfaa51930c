using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text;

namespace Pathwise.Notebooks.Running;

/// <summary>How the process of a notebook is started: a program, called so that it runs <see cref="Worker.RunAsync"/>.</summary>
public sealed record WorkerCommand(string Program, IReadOnlyList<string> Arguments)
{
    /// <summary>An assembly run by the .NET that runs this process.</summary>
    public static WorkerCommand OfAssembly(string path, params IEnumerable<string> arguments)
    {
        var program = Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..", OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet");
        return new(Path.GetFullPath(program), ["exec", path, .. arguments]);
    }

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
