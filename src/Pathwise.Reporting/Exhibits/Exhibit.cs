namespace Pathwise.Reporting.Exhibits;

/// <summary>What is shown to people: a paragraph, a table, a figure or several of them; as text and as HTML.</summary>
public abstract class Exhibit
{
    private protected Exhibit()
    {
    }

    /// <summary>For a console: lines of text that end with a line feed.</summary>
    public abstract string ToText();

    /// <summary>For a page: elements without script, with all text from data escaped.</summary>
    public abstract string ToHtml();

    /// <inheritdoc/>
    public sealed override string ToString() => ToText();
}
