using System.Collections;
using System.Text.Json.Nodes;

namespace Pathwise.Notebooks.Documents;

/// <summary>
/// One thing in several mime types: texts as strings, types that end in <c>json</c> as JSON. Line ends are \n.
/// </summary>
public sealed class MimeBundle : IEnumerable<KeyValuePair<string, JsonNode>>
{
    private readonly SortedDictionary<string, JsonNode> _parts = new(StringComparer.Ordinal);

    /// <summary>A bundle of the given parts; the order of mime types does not matter.</summary>
    public MimeBundle(IEnumerable<KeyValuePair<string, JsonNode>> parts)
    {
        foreach (var (mime, content) in parts)
            _parts[mime] = Normal(content);
    }

    /// <summary>A bundle of one text; where the mime type is JSON, of what the text says.</summary>
    public static MimeBundle Of(string mime, string text) => new([KeyValuePair.Create(mime, Content(mime, text))]);

    /// <summary>A text as the content of a mime type.</summary>
    internal static JsonNode Content(string mime, string text) => IsJson(mime) ? JsonNode.Parse(text) ?? JsonValue.Create("null") : text;

    /// <summary>The text of a mime type, or null when the bundle lacks it or holds JSON there.</summary>
    public string? Text(string mime) =>
        _parts.TryGetValue(mime, out var content) && content is JsonValue value && value.TryGetValue(out string? text) ? text : null;

    /// <summary>The content of a mime type, or null.</summary>
    public JsonNode? Content(string mime) => _parts.GetValueOrDefault(mime);

    /// <inheritdoc/>
    public IEnumerator<KeyValuePair<string, JsonNode>> GetEnumerator() => _parts.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Whether a mime type's content is JSON rather than text.</summary>
    internal static bool IsJson(string mime) => mime.EndsWith("json", StringComparison.Ordinal);

    private static JsonNode Normal(JsonNode content) =>
        content is JsonValue value && value.TryGetValue(out string? text) ? text.ReplaceLineEndings("\n") : CanonicalJson.Sorted(content)!;
}
