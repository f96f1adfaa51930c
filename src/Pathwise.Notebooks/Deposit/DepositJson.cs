using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Pathwise.Notebooks.Deposit;

/// <summary>How the descriptions of a deposit are written: indented, letters as they are.</summary>
internal static class DepositJson
{
    private static readonly JsonSerializerOptions Layout = new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static byte[] Bytes(JsonObject content) => Encoding.UTF8.GetBytes(content.ToJsonString(Layout) + "\n");

    public static JsonArray Array(IEnumerable<string> texts) => new([.. texts.Select(text => (JsonNode)text)]);
}
