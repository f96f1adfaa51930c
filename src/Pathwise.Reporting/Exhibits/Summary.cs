using System.Text;

namespace Pathwise.Reporting.Exhibits;

/// <summary>Several exhibits under one title, as the summary of a fitted model.</summary>
[TypeFormatterSource]
public sealed class Summary : Exhibit
{
    /// <summary>These parts, in order, under this title.</summary>
    public Summary(string title, IEnumerable<Exhibit> parts)
    {
        ArgumentNullException.ThrowIfNull(title);
        Title = title;
        Parts = [.. parts];
    }

    /// <summary>What the parts together show.</summary>
    public string Title { get; }

    /// <summary>The parts in order.</summary>
    public IReadOnlyList<Exhibit> Parts { get; }

    /// <inheritdoc/>
    public override string ToText()
    {
        var text = new StringBuilder().Append(Title).Append('\n').Append('═', Title.Length).Append('\n');
        foreach (var part in Parts)
            text.Append(part is Paragraph ? "" : "\n").Append(part.ToText());
        return text.ToString();
    }

    /// <inheritdoc/>
    public override string ToHtml()
    {
        var html = new StringBuilder("<section class=\"pathwise\">\n<p><strong>").Append(Markup.Escape(Title)).Append("</strong></p>\n");
        foreach (var part in Parts)
            html.Append(part.ToHtml());
        return html.Append("</section>\n").ToString();
    }
}
