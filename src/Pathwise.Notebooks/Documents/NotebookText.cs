using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Pathwise.Notebooks.Documents;

/// <summary>The text of a notebook's file, and the JSON in it, refused where reading it would lose or change something.</summary>
internal static class NotebookText
{
    /// <summary>How deeply the JSON of a notebook may be nested.</summary>
    public const int Deepest = 256;

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
    private static readonly JsonDocumentOptions Once = new() { AllowDuplicateProperties = false, MaxDepth = Deepest };

    /// <summary>The text of a file in UTF-8. Throws <see cref="InputException"/> where there is none, with the line of the first wrong byte.</summary>
    public static string Read(string path)
    {
        var bytes = Bytes(path);
        try
        {
            var start = bytes.AsSpan().StartsWith("\uFEFF"u8) ? 3 : 0;
            return Strict.GetString(bytes, start, bytes.Length - start);
        }
        catch (DecoderFallbackException failure)
        {
            var at = Valid(bytes);
            throw new InputException(
                $"{path}, line {1 + bytes.AsSpan(0, at).Count((byte)'\n')}: byte 0x{bytes[at]:X2} is not UTF-8; expected a notebook saved in UTF-8.", failure);
        }
    }

    /// <summary>What a text says as JSON, each string of it whole. Throws <see cref="JsonException"/> or <see cref="FormatException"/>.</summary>
    public static JsonNode? Parse(string json) => Whole(() =>
    {
        var node = JsonNode.Parse(json, documentOptions: Once);
        Visit(node);
        return node;
    });

    /// <summary>Requires that no string has half of a pair of surrogates, which stands for no character and cannot be written.</summary>
    public static void RequireWhole(JsonNode? node) => Whole(() =>
    {
        Visit(node);
        return node;
    });

    private static JsonNode? Whole(Func<JsonNode?> read)
    {
        try
        {
            return read();
        }
        catch (InvalidOperationException failure)
        {
            throw new FormatException("a text in it has half of a pair of surrogates (\\uD800 to \\uDFFF), which is no character", failure);
        }
    }

    private static void Visit(JsonNode? node)
    {
        if (node is JsonObject members)
            foreach (var (_, member) in members)
                Visit(member);
        else if (node is JsonArray items)
            foreach (var item in items)
                Visit(item);
        else if (node is JsonValue value)
            value.TryGetValue(out string? _);
    }

    // How many bytes from the start are whole characters.
    private static int Valid(byte[] bytes)
    {
        var at = 0;
        while (at < bytes.Length && Rune.DecodeFromUtf8(bytes.AsSpan(at), out _, out var length) == System.Buffers.OperationStatus.Done)
            at += length;
        return Math.Min(at, bytes.Length - 1);
    }

    private static byte[] Bytes(string path)
    {
        try
        {
            return File.ReadAllBytes(path);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new InputException($"Cannot read the notebook {path}: {failure.Message}", failure);
        }
    }
}
