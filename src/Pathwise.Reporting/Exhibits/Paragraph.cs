namespace Pathwise.Reporting.Exhibits;

/// <summary>Words between tables and figures.</summary>
[TypeFormatterSource]
public sealed class Paragraph : Exhibit
{
    /// <summary>A paragraph of these words.</summary>
    public Paragraph(string words, bool isWarning = false)
    {
        ArgumentNullException.ThrowIfNull(words);
        Words = words;
        IsWarning = isWarning;
    }

    /// <summary>The words.</summary>
    public string Words { get; }

    /// <summary>True when a reader must not miss it.</summary>
    public bool IsWarning { get; }

    /// <inheritdoc/>
    public override string ToText() => (IsWarning ? "Warning: " : "") + Words + "\n";

    /// <inheritdoc/>
    public override string ToHtml() => IsWarning
        ? $"<p role=\"note\"><strong>Warning:</strong> {Markup.Escape(Words)}</p>\n"
        : $"<p>{Markup.Escape(Words)}</p>\n";
}
