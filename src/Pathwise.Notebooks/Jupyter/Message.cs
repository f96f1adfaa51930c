using System.Text.Json.Nodes;

namespace Pathwise.Notebooks.Jupyter;

/// <summary>A message of the Jupyter protocol, 5.3: whom it is from or for, what it answers, and what it says.</summary>
internal sealed record Message(IReadOnlyList<byte[]> Identities, JsonObject Header, JsonObject Parent, JsonObject Content)
{
    public const string Protocol = "5.3";

    public string Type => (string?)Header["msg_type"] ?? "";

    /// <summary>A message of this kernel that answers another one.</summary>
    public Message Answer(string type, JsonObject content, string session) => new(Identities, NewHeader(type, session), Header, content);

    /// <summary>A message for everyone who listens; its topic stands in place of an address.</summary>
    public static Message Published(string type, JsonObject content, JsonObject parent, string session) =>
        new([System.Text.Encoding.UTF8.GetBytes(type)], NewHeader(type, session), parent, content);

    private static JsonObject NewHeader(string type, string session) => new()
    {
        ["msg_id"] = Guid.NewGuid().ToString(),
        ["session"] = session,
        ["username"] = "kernel",
        ["date"] = DateTime.UtcNow.ToString("O", System.Globalization.CultureInfo.InvariantCulture),
        ["msg_type"] = type,
        ["version"] = Protocol,
    };
}
