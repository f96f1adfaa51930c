using System.Globalization;

namespace Pathwise.Surveys;

/// <summary>A named column: its texts (null where missing) and, when all of them are numbers, the numbers (NaN where missing).</summary>
internal sealed class DataColumn
{
    private DataColumn(string name, string?[] texts, double[]? numbers)
    {
        Name = name;
        Texts = texts;
        Numbers = numbers;
    }

    public string Name { get; }

    public IReadOnlyList<string?> Texts { get; }

    public IReadOnlyList<double>? Numbers { get; }

    /// <summary>A column of fields as they are written in a file.</summary>
    public static DataColumn Of(string name, IEnumerable<string> fields)
    {
        var texts = fields.Select(field => field is "" or "NA" ? null : field).ToArray();
        return new DataColumn(name, texts, texts.All(text => text is null || Number.IsNumber(text)) ? Array.ConvertAll(texts, Parse) : null);
    }

    /// <summary>A column of numbers, kept as given.</summary>
    public static DataColumn Of(string name, double[] numbers) => new(
        name, Array.ConvertAll(numbers, number => double.IsNaN(number) ? null : number.ToString("R", CultureInfo.InvariantCulture)), numbers);

    /// <summary>The values at these positions.</summary>
    public DataColumn At(IReadOnlyList<int> positions) => new(
        Name, positions.Select(i => Texts[i]).ToArray(), Numbers is null ? null : positions.Select(i => Numbers[i]).ToArray());

    private static double Parse(string? text) => text is null ? double.NaN : Number.Parse(text);
}
