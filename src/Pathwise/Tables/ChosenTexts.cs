using System.Collections;

namespace Pathwise.Tables;

/// <summary>Some of a column's texts, in an order of their own, without a copy of them.</summary>
internal sealed class ChosenTexts : IReadOnlyList<string?>
{
    private readonly IReadOnlyList<string?> all;
    private readonly int[] positions;

    /// <summary>The texts at these positions; a choice among chosen texts refers to the column itself.</summary>
    public ChosenTexts(IReadOnlyList<string?> texts, int[] positions) => (all, this.positions) = texts is ChosenTexts chosen
        ? (chosen.all, Array.ConvertAll(positions, i => chosen.positions[i]))
        : (texts, positions);

    public int Count => positions.Length;

    public string? this[int index] => all[positions[index]];

    public IEnumerator<string?> GetEnumerator() => positions.Select(i => all[i]).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
