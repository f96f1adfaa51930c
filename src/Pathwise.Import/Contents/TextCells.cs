using System.Text;
using Pathwise.Tables;

namespace Pathwise.Import.Contents;

/// <summary>Gathers the texts of a column side by side, which takes a fifth of the memory of strings.</summary>
internal sealed class TextCells
{
    private readonly List<int> ends = [];
    private byte[] utf8 = [];
    private int length;

    /// <summary>The number of cells so far.</summary>
    public int Count => ends.Count;

    /// <summary>Adds a cell; null and the empty text are both a cell without a value.</summary>
    public void Add(string? text)
    {
        text ??= "";
        var bytes = Encoding.UTF8.GetByteCount(text);
        if (utf8.Length - length < bytes)
            Array.Resize(ref utf8, (int)Math.Min(Array.MaxLength, Math.Max(length + (long)bytes, utf8.Length + (utf8.Length / 2L) + 64)));
        length += Encoding.UTF8.GetBytes(text, utf8.AsSpan(length));
        ends.Add(length);
    }

    /// <summary>The cells.</summary>
    public IReadOnlyList<string?> Build() => new PackedTexts(utf8, [.. ends]);
}
