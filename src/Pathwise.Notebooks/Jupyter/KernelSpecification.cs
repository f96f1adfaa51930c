using System.Text.Json;
using System.Text.Json.Nodes;
using Pathwise.Notebooks.Execution;
using Pathwise.Notebooks.Running;
using Pathwise.Tables;

namespace Pathwise.Notebooks.Jupyter;

/// <summary>How Jupyter finds the kernel: a folder with kernel.json below one of its data folders.</summary>
public static class KernelSpecification
{
    private const string Owner = "pathwise";

    private static readonly JsonSerializerOptions Layout = new() { WriteIndented = true, NewLine = "\n" };

    /// <summary>Jupyter's data folder of this user.</summary>
    public static string UserFolder =>
        Environment.GetEnvironmentVariable("JUPYTER_DATA_DIR") is { Length: > 0 } folder ? folder
        : OperatingSystem.IsWindows() ? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.ApplicationData), "jupyter")
        : OperatingSystem.IsMacOS() ? Path.Combine(Home, "Library", "Jupyter")
        : Path.Combine(Environment.GetEnvironmentVariable("XDG_DATA_HOME") is { Length: > 0 } data ? data : Path.Combine(Home, ".local", "share"), "jupyter");

    private static string Home => Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);

    /// <summary>
    /// Registers the kernel below a data folder under a name, and returns its file. A kernel of that name that another program
    /// registered is left as it is: null.
    /// </summary>
    public static string? Install(string dataFolder, string name, string displayName, WorkerCommand command)
    {
        ArgumentNullException.ThrowIfNull(command);
        var path = Path.Combine(dataFolder, "kernels", name, "kernel.json");
        if (IsForeign(path))
            return null;
        OutputFile.Write(path, writer => writer.Write(Content(displayName, command).ToJsonString(Layout) + "\n"), makesFolder: true);
        return path;
    }

    private static JsonObject Content(string displayName, WorkerCommand command) => new()
    {
        ["argv"] = new JsonArray([command.Program, .. command.Arguments.Select(each => (JsonNode)each), "{connection_file}"]),
        ["display_name"] = displayName,
        ["language"] = "C#",
        ["interrupt_mode"] = "message",
        // The command of an installed tool looks for .NET in its usual places, unless it is told.
        ["env"] = new JsonObject { ["DOTNET_TieredPGO"] = "0", ["DOTNET_ROOT"] = DotNet.Folder },
        ["metadata"] = new JsonObject { ["owner"] = Owner },
    };

    private static bool IsForeign(string path)
    {
        try
        {
            return File.Exists(path) && (string?)JsonNode.Parse(File.ReadAllText(path))?["metadata"]?["owner"] != Owner;
        }
        catch (Exception failure) when (failure is JsonException or InvalidOperationException)
        {
            return true;
        }
    }
}
