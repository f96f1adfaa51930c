namespace Pathwise.Import.Contents;

/// <summary>Gives equal short texts as one, since answers repeat.</summary>
internal sealed class TextPool
{
    private const int Longest = 12;

    private readonly string[] recent = new string[4096];

    public string Of(ReadOnlySpan<char> text)
    {
        if (text.Length == 0)
            return "";
        if (text.Length > Longest)
            return text.ToString();
        ref var place = ref recent[(uint)string.GetHashCode(text, StringComparison.Ordinal) % (uint)recent.Length];
        if (place is null || !text.SequenceEqual(place))
            place = text.ToString();
        return place;
    }
}
