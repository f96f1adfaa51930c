namespace Pathwise.Reporting.Sentences;

/// <summary>Reads a template, with places inside of the words that a place chooses from.</summary>
internal sealed class TemplateReader
{
    private readonly string text;
    private int at;

    private TemplateReader(string text) => this.text = text;

    private bool IsAtEnd => at == text.Length;

    /// <summary>The parts of a template; one that does not close what it opens is an <see cref="InputException"/>.</summary>
    public static IReadOnlyList<Piece> Read(string text) => new TemplateReader(text).Pieces("{}");

    // Up to the end, or to a sign that ends an alternative.
    private List<Piece> Pieces(string signs)
    {
        var pieces = new List<Piece>();
        while (!IsAtEnd && (text[at] == '{' || !signs.Contains(text[at])))
            pieces.Add(text[at] == '{' ? Place() : new Words(Until(signs)));
        return signs == "{}" && !IsAtEnd ? throw Fault("nothing is open that '}' could close") : pieces;
    }

    private Place Place()
    {
        at++;
        var name = Until(":}").Trim();
        var choices = new List<IReadOnlyList<Piece>>();
        while (!IsAtEnd && text[at] is ':' or '|')
        {
            at++;
            choices.Add(Pieces("{|}"));
        }

        if (IsAtEnd)
            throw Fault($"the place for '{name}' is not closed by '}}'");
        at++;
        return choices is [[Words format]] ? new(name, format.Text.Trim(), []) : new(name, "", choices);
    }

    private string Until(string signs)
    {
        var start = at;
        at = text.IndexOfAny([.. signs], start) is >= 0 and var end ? end : text.Length;
        return text[start..at];
    }

    private InputException Fault(string what) => new($"The template '{text.Trim()}' cannot be read at character {at + 1}: {what}.");
}
