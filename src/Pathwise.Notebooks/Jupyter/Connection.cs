using System.Text.Json;
using System.Text.Json.Nodes;
using Pathwise.Notebooks.Documents;

namespace Pathwise.Notebooks.Jupyter;

/// <summary>Where a client expects a kernel: five ports of this machine, and the key that messages are signed with.</summary>
public sealed record Connection(int Shell, int Control, int Publish, int Input, int Heartbeat, string Key)
{
    /// <summary>
    /// Reads a connection file. Throws <see cref="InputException"/> when it asks for something else than a signed local connection.
    /// Without a key everybody on this machine could run code; that must be said in so many words (<paramref name="allowsNoKey"/>).
    /// </summary>
    public static Connection Read(string path, bool allowsNoKey = false)
    {
        try
        {
            var file = NotebookText.Parse(File.ReadAllText(path)) as JsonObject ?? throw new FormatException("it is not a JSON object");
            RequireLocal(file);
            return new(Port(file, "shell_port"), Port(file, "control_port"), Port(file, "iopub_port"), Port(file, "stdin_port"), Port(file, "hb_port"),
                KeyOf(file, allowsNoKey));
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or JsonException or FormatException or InvalidOperationException)
        {
            throw new InputException($"{path} is not a connection file of Jupyter: {failure.Message}", failure);
        }
    }

    internal static string Address(int port) => $"tcp://127.0.0.1:{port}";

    private static void RequireLocal(JsonObject file)
    {
        if (Text(file, "transport") is { } transport and not "tcp")
            throw new FormatException($"its transport is {transport}, expected tcp");
        if (Text(file, "ip") is { } ip and not ("127.0.0.1" or "localhost"))
            throw new FormatException($"its address is {ip}; the kernel serves this machine alone (127.0.0.1)");
        if (Text(file, "signature_scheme") is { } scheme and not "hmac-sha256")
            throw new FormatException($"its signature scheme is {scheme}, expected hmac-sha256");
    }

    private static string? Text(JsonObject file, string name) => file[name] switch
    {
        null => null,
        JsonValue value when value.TryGetValue(out string? text) => text,
        var other => throw new FormatException($"{name} is {other.ToJsonString()}, expected a text"),
    };

    private static string KeyOf(JsonObject file, bool allowsNone) =>
        file["key"] is JsonValue value && value.TryGetValue(out string? key) && key.Length > 0 ? key
        : file["key"] is null or JsonValue && (file["key"]?.ToString() ?? "").Length == 0
            ? allowsNone ? "" : throw new FormatException("its key is empty, so that everybody on this machine could run code; expected a key, or --allow-no-key")
            : throw new FormatException($"its key is {file["key"]!.ToJsonString()}, expected a text");

    private static int Port(JsonObject file, string name) =>
        file[name] is JsonValue value && value.TryGetValue(out int port) && port is > 0 and < 65536
            ? port
            : throw new FormatException($"{name} is {file[name]?.ToJsonString() ?? "missing"}, expected a port");
}
