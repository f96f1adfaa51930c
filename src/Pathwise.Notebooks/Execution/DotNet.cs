using System.Runtime.InteropServices;

namespace Pathwise.Notebooks.Execution;

/// <summary>The .NET that runs this process.</summary>
internal static class DotNet
{
    /// <summary>Its folder.</summary>
    public static string Folder { get; } = Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory().TrimEnd(Path.DirectorySeparatorChar), "..", "..", ".."));

    /// <summary>Its command.</summary>
    public static string Program { get; } = Path.Combine(Folder, OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet");
}
