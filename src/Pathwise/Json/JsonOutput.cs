using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Pathwise.Sem.Estimation;
using Pathwise.Sem.Moments;
using Pathwise.Sem.Resampling;

namespace Pathwise.Json;

/// <summary>Writes results as JSON: doubles with all their digits, null where undefined.</summary>
internal static class JsonOutput
{
    private static readonly (OmissionReason Reason, string Name)[] Reasons =
        [(OmissionReason.Empty, "empty"), (OmissionReason.Incomplete, "incomplete"), (OmissionReason.MissingExogenous, "exogenous"), (OmissionReason.NoGroup, "nogroup")];

    private static readonly JsonWriterOptions Options = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>One document, an object, written whole; <paramref name="beforeOutput"/> is done when it is made and not yet written.</summary>
    public static void Write(TextWriter output, Action<Utf8JsonWriter> body, Action? beforeOutput = null) => WriteWhole(
        output,
        json =>
        {
            json.WriteStartObject();
            body(json);
            json.WriteEndObject();
        },
        beforeOutput);

    /// <summary>One document, an array, likewise.</summary>
    public static void WriteArray(TextWriter output, Action<Utf8JsonWriter> items, Action? beforeOutput = null) => WriteWhole(
        output,
        json =>
        {
            json.WriteStartArray();
            items(json);
            json.WriteEndArray();
        },
        beforeOutput);

    private static void WriteWhole(TextWriter output, Action<Utf8JsonWriter> document, Action? beforeOutput)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, Options))
            document(json);
        beforeOutput?.Invoke();
        output.Write(Encoding.UTF8.GetString(buffer.ToArray()));
        output.Write('\n');
    }

    /// <summary>A number that may be undefined.</summary>
    public static void Number(this Utf8JsonWriter json, string name, double? value)
    {
        if (value is { } number && double.IsFinite(number))
            json.WriteNumber(name, number);
        else
            json.WriteNull(name);
    }

    /// <summary>An array with an object for each row.</summary>
    public static void Rows<T>(this Utf8JsonWriter json, string name, IEnumerable<T> rows, Action<T> row)
    {
        json.WriteStartArray(name);
        foreach (var each in rows)
        {
            json.WriteStartObject();
            row(each);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    /// <summary>An object.</summary>
    public static void Object(this Utf8JsonWriter json, string name, Action body)
    {
        json.WriteStartObject(name);
        body();
        json.WriteEndObject();
    }

    /// <summary>What a reader of a fit must know.</summary>
    public static void Warnings(this Utf8JsonWriter json, IEnumerable<FitWarning> warnings) => json.Rows("warnings", warnings, each =>
    {
        json.WriteString("code", each.Code);
        json.WriteString("message", each.Message);
    });

    /// <summary>How samples are fitted, and why not by compiled code.</summary>
    public static void Path(this Utf8JsonWriter json, FittingPath path) => json.Object("path", () =>
    {
        json.WriteBoolean("compiled", path.IsCompiled);
        json.WriteString("reason", path.Reason);
    });

    /// <summary>How many cases each group has in the data, and how many were left out for which reason.</summary>
    public static void Cases(this Utf8JsonWriter json, CaseUse use)
    {
        json.WriteStartArray("norig");
        foreach (var group in use.Groups)
            json.WriteNumberValue(group.Total);
        json.WriteEndArray();
        json.Object("omitted", () =>
        {
            json.WriteNumber("total", use.Total - use.Used);
            foreach (var (reason, name) in Reasons)
                json.WriteNumber(name, use.Omitted.GetValueOrDefault(reason));
        });
    }

    /// <summary>An array of texts.</summary>
    public static void Texts(this Utf8JsonWriter json, string name, IEnumerable<string> texts)
    {
        json.WriteStartArray(name);
        foreach (var text in texts)
            json.WriteStringValue(text);
        json.WriteEndArray();
    }
}
