using System.Runtime.InteropServices;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Pathwise.Notebooks.Html;

/// <summary>What the numbers were computed with.</summary>
internal static class SessionInformation
{
    /// <summary>Facts by name, for the foot of a page.</summary>
    public static IReadOnlyList<(string Name, string Value)> Of(string root) =>
    [
        ("Pathwise", typeof(SessionInformation).Assembly.GetName().Version!.ToString(3)),
        ("Runtime", $"{RuntimeInformation.FrameworkDescription}{Sdk(Path.Combine(root, "global.json"))}"),
        ("System", $"{RuntimeInformation.OSDescription}, {RuntimeInformation.ProcessArchitecture}, {Environment.ProcessorCount} processors"),
        ("Packages", string.Join(", ", Packages())),
    ];

    private static string Sdk(string path) =>
        File.Exists(path) && JsonNode.Parse(File.ReadAllText(path))?["sdk"]?["version"] is { } version ? $" (SDK {version} or later of its kind)" : "";

    // The packages that the build recorded beside the program.
    private static IEnumerable<string> Packages()
    {
        var path = Path.Combine(AppContext.BaseDirectory, "Pathwise.Cli.deps.json");
        if (!File.Exists(path))
            return [];
        using var record = JsonDocument.Parse(File.ReadAllText(path));
        return
        [
            .. from library in record.RootElement.GetProperty("libraries").EnumerateObject()
               where library.Value.GetProperty("type").GetString() == "package"
               orderby library.Name
               select library.Name.Replace('/', ' '),
        ];
    }
}
