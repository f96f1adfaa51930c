using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Pathwise.Notebooks.Documents;

namespace Pathwise.Notebooks.Jupyter;

/// <summary>Messages as frames: addresses, a delimiter, the signature, then header, parent, metadata and content.</summary>
internal sealed class Wire(string key)
{
    private const int Parts = 4;

    private static readonly byte[] Delimiter = "<IDS|MSG>"u8.ToArray();

    private readonly byte[] _key = Encoding.UTF8.GetBytes(key);
    private readonly RecentSignatures _recent = new();

    /// <summary>
    /// The message in the frames; null for anything that is not a whole message signed with the key, and for one that was read
    /// before: somebody who overheard it must not be able to send it again.
    /// </summary>
    public Message? Read(IReadOnlyList<byte[]> frames)
    {
        var at = frames.ToList().FindIndex(frame => frame.AsSpan().SequenceEqual(Delimiter));
        if (at < 0 || frames.Count < at + 2 + Parts)
            return null;
        var parts = frames.Skip(at + 2).Take(Parts).ToList();
        if (!IsSigned(frames[at + 1], parts) || (_key.Length > 0 && !_recent.Add(frames[at + 1])))
            return null;
        try
        {
            var read = parts.Select(part => JsonNode.Parse(part) as JsonObject).ToList();
            // These come back in every answer. What the content says is read where it is used, and a mistake there is answered.
            NotebookText.RequireWhole(read[0]);
            NotebookText.RequireWhole(read[1]);
            return read.Contains(null) || read[0]!["msg_type"] is not JsonValue type || !type.TryGetValue(out string? _)
                ? null
                : new Message([.. frames.Take(at)], read[0]!, read[1]!, read[3]!);
        }
        catch (Exception failure) when (failure is JsonException or FormatException or InvalidOperationException or ArgumentException)
        {
            return null;
        }
    }

    /// <summary>The frames of a message, signed.</summary>
    public IReadOnlyList<byte[]> Write(Message message)
    {
        byte[][] parts = [Bytes(message.Header), Bytes(message.Parent), "{}"u8.ToArray(), Bytes(message.Content)];
        return [.. message.Identities, Delimiter, Encoding.ASCII.GetBytes(Signature(parts)), .. parts];
    }

    private bool IsSigned(byte[] signature, IEnumerable<byte[]> parts) =>
        _key.Length == 0 || CryptographicOperations.FixedTimeEquals(signature, Encoding.ASCII.GetBytes(Signature(parts)));

    // Without a key the protocol sends no signature.
    private string Signature(IEnumerable<byte[]> parts)
    {
        if (_key.Length == 0)
            return "";
        using var hash = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, _key);
        foreach (var part in parts)
            hash.AppendData(part);
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static byte[] Bytes(JsonNode node) => Encoding.UTF8.GetBytes(node.ToJsonString());
}
