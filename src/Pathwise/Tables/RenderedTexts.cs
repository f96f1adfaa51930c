using System.Collections;
using System.Globalization;

namespace Pathwise.Tables;

/// <summary>The texts of numbers that never were texts, written when asked for: the shortest that reads back as the number.</summary>
internal sealed class RenderedTexts(double[] numbers) : IReadOnlyList<string?>
{
    public int Count => numbers.Length;

    public string? this[int index] =>
        double.IsNaN(numbers[index]) ? null : numbers[index].ToString("R", CultureInfo.InvariantCulture);

    public IEnumerator<string?> GetEnumerator() => Enumerable.Range(0, Count).Select(i => this[i]).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
