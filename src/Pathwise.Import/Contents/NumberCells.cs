using System.Collections;
using System.Globalization;

namespace Pathwise.Import.Contents;

/// <summary>Numbers as the texts that are written of them, null where one is missing; marks take the place of some.</summary>
internal sealed class NumberCells(double[] numbers, IReadOnlyDictionary<int, string>? marks) : IReadOnlyList<string?>
{
    public int Count => numbers.Length;

    public string? this[int index] =>
        marks is not null && marks.TryGetValue(index, out var mark) ? mark
        : double.IsNaN(numbers[index]) ? null
        : numbers[index].ToString("R", CultureInfo.InvariantCulture);

    public IEnumerator<string?> GetEnumerator() => Enumerable.Range(0, Count).Select(i => this[i]).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
