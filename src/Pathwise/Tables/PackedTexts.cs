using System.Collections;
using System.Text;

namespace Pathwise.Tables;

/// <summary>
/// The texts of a column side by side in UTF-8, which takes a fifth of the memory of strings; one of no length is missing.
/// </summary>
/// <param name="utf8">All texts, one after the other.</param>
/// <param name="ends">Where each text ends.</param>
internal sealed class PackedTexts(byte[] utf8, int[] ends) : IReadOnlyList<string?>
{
    public int Count => ends.Length;

    public string? this[int index]
    {
        get
        {
            var start = index == 0 ? 0 : ends[index - 1];
            return ends[index] == start ? null : Encoding.UTF8.GetString(utf8, start, ends[index] - start);
        }
    }

    public IEnumerator<string?> GetEnumerator() => Enumerable.Range(0, Count).Select(i => this[i]).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
