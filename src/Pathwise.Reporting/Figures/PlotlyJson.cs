using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Pathwise.Reporting.Figures;

/// <summary>
/// Figures as compact JSON; angle brackets and ampersands are escaped, so that it may stand inside a script element. Numbers have nine
/// significant digits, and what is next to nothing is nothing: no screen shows more, and the last bits of a sum would change a notebook whose results
/// have not changed.
/// </summary>
internal static class PlotlyJson
{
    private static readonly JsonSerializerOptions Options = new() { Converters = { new Coordinate() } };

    public static string Of(object? value) => JsonSerializer.Serialize(value, Options);

    // Far below what any axis of ours can show; the digits of such a number are noise.
    private const double Nothing = 1e-12;

    private sealed class Coordinate : JsonConverter<double>
    {
        public override double Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.GetDouble();

        public override void Write(Utf8JsonWriter writer, double value, JsonSerializerOptions options) =>
            writer.WriteRawValue(Math.Abs(value) < Nothing ? "0" : value.ToString("G9", CultureInfo.InvariantCulture));
    }
}
