using System.Text;
using Pathwise.Tables;

namespace Pathwise.Import.Contents;

/// <summary>Gathers the texts of a column side by side, which takes a fifth of the memory of strings.</summary>
internal sealed class TextCells
{
    private readonly MemoryStream utf8 = new();
    private readonly List<int> ends = [];

    /// <summary>The number of cells so far.</summary>
    public int Count => ends.Count;

    /// <summary>Adds a cell; null and the empty text are both a cell without a value.</summary>
    public void Add(string? text)
    {
        if (!string.IsNullOrEmpty(text))
            utf8.Write(Encoding.UTF8.GetBytes(text));
        ends.Add((int)utf8.Length);
    }

    /// <summary>The cells.</summary>
    public IReadOnlyList<string?> Build() => new PackedTexts(utf8.ToArray(), [.. ends]);
}
