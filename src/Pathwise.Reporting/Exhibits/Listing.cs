namespace Pathwise.Reporting.Exhibits;

/// <summary>Lines kept as they were written, such as the syntax of a model.</summary>
[TypeFormatterSource]
public sealed class Listing : Exhibit
{
    /// <summary>These lines.</summary>
    public Listing(string lines)
    {
        ArgumentNullException.ThrowIfNull(lines);
        Lines = lines.ReplaceLineEndings("\n").Trim('\n');
    }

    /// <summary>The lines, parted by line feeds.</summary>
    public string Lines { get; }

    /// <inheritdoc/>
    public override string ToText() => Lines + "\n";

    /// <inheritdoc/>
    public override string ToHtml() =>
        $"<pre><code>{string.Join("\n", Lines.Split('\n').Select(Markup.Escape))}</code></pre>\n";
}
