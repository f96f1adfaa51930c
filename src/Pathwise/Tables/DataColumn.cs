namespace Pathwise.Tables;

/// <summary>A named column: its texts (null where missing) and, when all of them are numbers, the numbers (NaN where missing).</summary>
internal sealed class DataColumn
{
    private readonly double[]? numbers;

    public DataColumn(string name, IReadOnlyList<string?> texts, double[]? numbers)
    {
        Name = name;
        Texts = texts;
        this.numbers = numbers;
    }

    public string Name { get; }

    public IReadOnlyList<string?> Texts { get; }

    public IReadOnlyList<double>? Numbers => numbers;

    /// <summary>A column of numbers, kept as given.</summary>
    public static DataColumn Of(string name, double[] numbers) => new(name, new RenderedTexts(numbers), numbers);

    /// <summary>The values at these positions.</summary>
    public DataColumn At(int[] positions)
    {
        var chosen = numbers is null ? null : Array.ConvertAll(positions, i => numbers[i]);
        return new DataColumn(Name, chosen is not null && Texts is RenderedTexts ? new RenderedTexts(chosen) : new ChosenTexts(Texts, positions), chosen);
    }

    /// <summary>These values and then those of another column; numbers where both are.</summary>
    public DataColumn Append(DataColumn other) => numbers is not null && other.numbers is not null && Texts is RenderedTexts && other.Texts is RenderedTexts
        ? Of(Name, [.. numbers, .. other.numbers])
        : new(Name, [.. Texts, .. other.Texts], numbers is not null && other.numbers is not null ? [.. numbers, .. other.numbers] : null);
}
